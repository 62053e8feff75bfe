package dev.verdict.policy.syntax;

import dev.verdict.policy.diagnostic.DiagnosticCode;
import dev.verdict.policy.diagnostic.Diagnostics;
import dev.verdict.policy.source.Fragment;
import dev.verdict.policy.source.MappedText;
import dev.verdict.policy.syntax.SyntaxFault.Fault;
import dev.verdict.policy.syntax.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.jexl3.JexlException;
import org.apache.commons.jexl3.JexlFeatures;
import org.apache.commons.jexl3.JexlInfo;
import org.apache.commons.jexl3.parser.ASTAddNode;
import org.apache.commons.jexl3.parser.ASTAndNode;
import org.apache.commons.jexl3.parser.ASTArguments;
import org.apache.commons.jexl3.parser.ASTArrayLiteral;
import org.apache.commons.jexl3.parser.ASTEQNode;
import org.apache.commons.jexl3.parser.ASTERNode;
import org.apache.commons.jexl3.parser.ASTEWNode;
import org.apache.commons.jexl3.parser.ASTEmptyFunction;
import org.apache.commons.jexl3.parser.ASTFalseNode;
import org.apache.commons.jexl3.parser.ASTFunctionNode;
import org.apache.commons.jexl3.parser.ASTGENode;
import org.apache.commons.jexl3.parser.ASTGTNode;
import org.apache.commons.jexl3.parser.ASTIdentifier;
import org.apache.commons.jexl3.parser.ASTIdentifierAccess;
import org.apache.commons.jexl3.parser.ASTLENode;
import org.apache.commons.jexl3.parser.ASTLTNode;
import org.apache.commons.jexl3.parser.ASTMulNode;
import org.apache.commons.jexl3.parser.ASTNENode;
import org.apache.commons.jexl3.parser.ASTNEWNode;
import org.apache.commons.jexl3.parser.ASTNRNode;
import org.apache.commons.jexl3.parser.ASTNSWNode;
import org.apache.commons.jexl3.parser.ASTNotNode;
import org.apache.commons.jexl3.parser.ASTNullpNode;
import org.apache.commons.jexl3.parser.ASTNumberLiteral;
import org.apache.commons.jexl3.parser.ASTOrNode;
import org.apache.commons.jexl3.parser.ASTReference;
import org.apache.commons.jexl3.parser.ASTReferenceExpression;
import org.apache.commons.jexl3.parser.ASTSWNode;
import org.apache.commons.jexl3.parser.ASTSizeFunction;
import org.apache.commons.jexl3.parser.ASTStringLiteral;
import org.apache.commons.jexl3.parser.ASTSubNode;
import org.apache.commons.jexl3.parser.ASTTernaryNode;
import org.apache.commons.jexl3.parser.ASTTrueNode;
import org.apache.commons.jexl3.parser.ASTUnaryMinusNode;
import org.apache.commons.jexl3.parser.JexlNode;
import org.apache.commons.jexl3.parser.Parser;
import org.apache.commons.jexl3.parser.StringProvider;
import org.jspecify.annotations.Nullable;

/**
 * Condition text to syntax tree. JEXL's parser decides what the text means; node kinds that are not
 * listed here are refused, so a new JEXL version cannot widen the language. The one class that
 * knows JEXL.
 */
public final class ConditionParser {

  private static final JexlFeatures FEATURES =
      JexlFeatures.createNone()
          .structuredLiteral(true)
          .comparatorNames(false)
          .namespaceIdentifier(true);

  private static final Map<Class<? extends JexlNode>, BinaryOperator> OPERATORS =
      Map.ofEntries(
          Map.entry(ASTOrNode.class, BinaryOperator.OR),
          Map.entry(ASTAndNode.class, BinaryOperator.AND),
          Map.entry(ASTNullpNode.class, BinaryOperator.COALESCE),
          Map.entry(ASTEQNode.class, BinaryOperator.EQUAL),
          Map.entry(ASTNENode.class, BinaryOperator.NOT_EQUAL),
          Map.entry(ASTLTNode.class, BinaryOperator.LESS),
          Map.entry(ASTLENode.class, BinaryOperator.LESS_OR_EQUAL),
          Map.entry(ASTGTNode.class, BinaryOperator.GREATER),
          Map.entry(ASTGENode.class, BinaryOperator.GREATER_OR_EQUAL),
          Map.entry(ASTERNode.class, BinaryOperator.IN),
          Map.entry(ASTNRNode.class, BinaryOperator.NOT_IN),
          Map.entry(ASTSWNode.class, BinaryOperator.STARTS_WITH),
          Map.entry(ASTNSWNode.class, BinaryOperator.NOT_STARTS_WITH),
          Map.entry(ASTEWNode.class, BinaryOperator.ENDS_WITH),
          Map.entry(ASTNEWNode.class, BinaryOperator.NOT_ENDS_WITH),
          Map.entry(ASTAddNode.class, BinaryOperator.PLUS),
          Map.entry(ASTSubNode.class, BinaryOperator.MINUS),
          Map.entry(ASTMulNode.class, BinaryOperator.TIMES));

  private final LeafCursor leaves;

  private ConditionParser(LeafCursor leaves) {
    this.leaves = leaves;
  }

  /**
   * The tree; absent, and reported, where the text is not a condition. Never throws for any text.
   */
  public static Optional<Syntax> parse(MappedText source, Diagnostics diagnostics) {
    return ConditionScanner.scan(source, diagnostics)
        .flatMap(tokens -> parse(source, tokens, diagnostics));
  }

  private static Optional<Syntax> parse(
      MappedText source, List<Token> tokens, Diagnostics diagnostics) {
    try {
      var script =
          new Parser(new StringProvider(";"))
              .parse(new JexlInfo("condition", 1, 1), FEATURES, source.text(), null);
      if (script.jjtGetNumChildren() != 1) {
        throw new UnsupportedSyntaxException(
            "a condition is one expression", tokens.get(0).fragment());
      }
      return Optional.of(
          new ConditionParser(new LeafCursor(tokens)).convert((JexlNode) script.jjtGetChild(0)));
    } catch (UnsupportedSyntaxException unsupported) {
      diagnostics.report(
          DiagnosticCode.CONDITION_UNSUPPORTED,
          unsupported.fragment().span(),
          String.valueOf(unsupported.getMessage()));
    } catch (JexlException.Feature foreign) {
      Fragment place = tokenAt(offsetOf(foreign.getInfo(), source.text()), tokens).fragment();
      report(
          SyntaxFault.find(tokens)
              .orElseGet(
                  () ->
                      new Fault(
                          DiagnosticCode.CONDITION_UNSUPPORTED,
                          place,
                          "there are no methods, lambdas or assignments; the functions are called as"
                              + " `name(..)`")),
          diagnostics);
    } catch (JexlException refused) {
      report(refused.getInfo(), source, tokens, diagnostics);
    } catch (RuntimeException | StackOverflowError refused) {
      // INVARIANT: the scanner's bounds keep JEXL from this; were one missed, it is the author's
      // text that is refused, not the server that stops.
      report(null, source, tokens, diagnostics);
    }
    return Optional.empty();
  }

  private static void report(
      @Nullable JexlInfo info, MappedText source, List<Token> tokens, Diagnostics diagnostics) {
    Fragment place =
        info == null
            ? new Fragment(source, 0, source.text().length())
            : tokenAt(offsetOf(info, source.text()), tokens).fragment();
    report(
        SyntaxFault.find(tokens)
            .orElseGet(
                () ->
                    new Fault(
                        DiagnosticCode.CONDITION_SYNTAX,
                        place,
                        "the condition cannot be read at `" + place.text() + "`")),
        diagnostics);
  }

  private static void report(Fault fault, Diagnostics diagnostics) {
    diagnostics.report(fault.code(), fault.place().span(), fault.message());
  }

  private static int offsetOf(JexlInfo info, String text) {
    int offset = 0;
    for (int line = 1; line < info.getLine(); line++) {
      offset = text.indexOf('\n', offset) + 1;
    }
    return offset + info.getColumn() - 1;
  }

  private static Token tokenAt(int offset, List<Token> tokens) {
    Token found = tokens.get(0);
    for (Token token : tokens) {
      if (token.fragment().from() <= offset) {
        found = token;
      }
    }
    return found;
  }

  private Syntax convert(JexlNode node) {
    BinaryOperator operator = OPERATORS.get(node.getClass());
    if (operator != null) {
      return binary(operator, node);
    }
    if (node instanceof ASTReference) {
      return reference(node);
    }
    if (node instanceof ASTReferenceExpression) {
      Syntax inner = child(node, 0);
      return new Syntax.Group(inner, leaves.including(inner.fragment(), "(", ")"));
    }
    if (node instanceof ASTNotNode) {
      Syntax operand = child(node, 0);
      return new Syntax.Not(operand, leaves.including(operand.fragment(), "!", ""));
    }
    if (node instanceof ASTUnaryMinusNode) {
      Syntax operand = child(node, 0);
      return new Syntax.Negate(operand, leaves.including(operand.fragment(), "-", ""));
    }
    if (node instanceof ASTTernaryNode && node.jjtGetNumChildren() == 3) {
      return conditional(node);
    }
    return call(node);
  }

  private Syntax call(JexlNode node) {
    if (node instanceof ASTFunctionNode) {
      return function(node);
    }
    if (node instanceof ASTSizeFunction) {
      return wordFunction("size", node);
    }
    if (node instanceof ASTEmptyFunction) {
      return wordFunction("empty", node);
    }
    return literal(node);
  }

  private Syntax literal(JexlNode node) {
    if (node instanceof ASTIdentifier identifier && identifier.getNamespace() == null) {
      Token token = leaves.takeName(identifier.getName());
      return new Syntax.Name(token.text(), token.fragment());
    }
    if (node instanceof ASTStringLiteral string) {
      return new Syntax.TextLiteral(string.getLiteral(), leaves.take(Kind.STRING).fragment());
    }
    if (node instanceof ASTNumberLiteral) {
      Token token = leaves.take(Kind.NUMBER);
      return new Syntax.NumberLiteral(token.text(), token.fragment());
    }
    if (node instanceof ASTTrueNode) {
      return new Syntax.FlagLiteral(true, leaves.takeName("true").fragment());
    }
    if (node instanceof ASTFalseNode) {
      return new Syntax.FlagLiteral(false, leaves.takeName("false").fragment());
    }
    if (node instanceof ASTArrayLiteral && node.jjtGetNumChildren() > 0) {
      return list(node);
    }
    if (node instanceof ASTArrayLiteral) {
      throw new UnsupportedSyntaxException(
          "a list holds at least one value; ask with `empty(list)` whether there is none",
          leaves.last());
    }
    throw new UnsupportedSyntaxException(
        node instanceof ASTTernaryNode
            ? "there is no `?:`; write `??` for a default, or `test ? a : b`"
            : "this is not part of the policy language",
        leaves.last());
  }

  private Syntax binary(BinaryOperator operator, JexlNode node) {
    Syntax result = child(node, 0);
    for (int i = 1; i < node.jjtGetNumChildren(); i++) {
      Syntax right = child(node, i);
      result = new Syntax.Binary(operator, result, right, result.fragment().to(right.fragment()));
    }
    return result;
  }

  private Syntax reference(JexlNode node) {
    Syntax target = child(node, 0);
    for (int i = 1; i < node.jjtGetNumChildren(); i++) {
      if (!(node.jjtGetChild(i) instanceof ASTIdentifierAccess access) || access.isExpression()) {
        throw new UnsupportedSyntaxException(
            "attributes are read as `resource.name` or `resource.'x-name'`; there are no methods and no"
                + " `[..]`",
            leaves.last());
      }
      Token token = accessed(access);
      target = new Syntax.Access(target, access.getName(), target.fragment().to(token.fragment()));
    }
    return target;
  }

  /** A name as it is, or in quotes, where an escape could only hide which one is meant. */
  private Token accessed(ASTIdentifierAccess access) {
    if (!leaves.nextIs(Kind.STRING)) {
      return leaves.takeName(access.getName());
    }
    Token quoted = leaves.take(Kind.STRING);
    if (quoted.text().indexOf('\\') >= 0) {
      throw new UnsupportedSyntaxException(
          "the name of an attribute holds no `\\`", quoted.fragment());
    }
    return quoted;
  }

  private Syntax conditional(JexlNode node) {
    Syntax test = child(node, 0);
    Syntax whenTrue = child(node, 1);
    Syntax whenFalse = child(node, 2);
    return new Syntax.Conditional(
        test, whenTrue, whenFalse, test.fragment().to(whenFalse.fragment()));
  }

  private Syntax function(JexlNode node) {
    var identifier = (ASTIdentifier) node.jjtGetChild(0);
    if (identifier.getNamespace() != null
        || node.jjtGetNumChildren() != 2
        || !(node.jjtGetChild(1) instanceof ASTArguments arguments)) {
      throw new UnsupportedSyntaxException("a function is called as `name(..)`", leaves.last());
    }
    Token name = leaves.takeName(identifier.getName());
    List<Syntax> operands = children(arguments);
    Fragment end =
        operands.isEmpty() ? name.fragment() : operands.get(operands.size() - 1).fragment();
    return new Syntax.Call(
        name.text(), operands, name.fragment().to(leaves.including(end, "", ")")));
  }

  private Syntax wordFunction(String word, JexlNode node) {
    Token name = leaves.takeName(word);
    if (!(node.jjtGetChild(0) instanceof ASTReferenceExpression)) {
      throw new UnsupportedSyntaxException("write `" + word + "(..)`", name.fragment());
    }
    Syntax operand = child((JexlNode) node.jjtGetChild(0), 0);
    return new Syntax.Call(
        word, List.of(operand), name.fragment().to(leaves.including(operand.fragment(), "", ")")));
  }

  private Syntax list(JexlNode node) {
    List<Syntax> items = children(node);
    Fragment inner = items.get(0).fragment().to(items.get(items.size() - 1).fragment());
    return new Syntax.ListLiteral(items, leaves.including(inner, "[", "]"));
  }

  private List<Syntax> children(JexlNode node) {
    var children = new ArrayList<Syntax>();
    for (int i = 0; i < node.jjtGetNumChildren(); i++) {
      children.add(child(node, i));
    }
    return children;
  }

  private Syntax child(JexlNode node, int index) {
    return convert((JexlNode) node.jjtGetChild(index));
  }
}
