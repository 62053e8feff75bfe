package dev.verdict.benchmarks.condition;

import dev.verdict.policy.condition.EvaluationError;
import dev.verdict.policy.expression.AttributePath;
import dev.verdict.policy.expression.Expression;
import dev.verdict.policy.expression.Order;
import dev.verdict.policy.schema.Type.Simple;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Writes the class of one condition. Its one method jumps to one of three ends: true, false, or an
 * error, which lies in a local variable then.
 */
final class ConditionBytecode {

  private static final String NODES = "dev/verdict/policy/condition/";
  private static final String NODE = NODES + "Node";
  private static final String FRAME = NODES + "Frame";
  private static final String ERROR = NODES + "EvaluationError";
  private static final String ABSENT = NODES + "Absent";
  private static final String OBJECT = "java/lang/Object";
  private static final String SELF = NODES + "GeneratedNode";
  private static final String ERROR_FIELD = "ERROR_";
  private static final String HANDLES = "java/lang/invoke/MethodHandles";
  private static final int FRAME_PARAMETER = 1;

  private final ToIntFunction<AttributePath> slots;
  private final ClassWriter type = new ClassWriter(ClassWriter.COMPUTE_FRAMES);
  private final MethodVisitor code;
  private final List<EvaluationError> errors = new ArrayList<>();
  private int locals = FRAME_PARAMETER + 1;

  ConditionBytecode(ToIntFunction<AttributePath> slots) {
    this.slots = slots;
    type.visit(Opcodes.V17, Opcodes.ACC_PUBLIC | Opcodes.ACC_FINAL, SELF, null, NODE, null);
    constructor();
    code =
        type.visitMethod(
            Opcodes.ACC_PUBLIC, "evaluate", "(L" + FRAME + ";)L" + OBJECT + ";", null, null);
  }

  /** The errors that the class takes from its class data into constants, by index. */
  List<EvaluationError> errors() {
    return List.copyOf(errors);
  }

  byte[] classOf(Expression condition) {
    var yes = new Label();
    var no = new Label();
    var failed = new Label();
    int error = local();
    code.visitCode();
    test(condition, new Exits(yes, no, failed, error));
    code.visitLabel(yes);
    answer("TRUE");
    code.visitLabel(no);
    answer("FALSE");
    code.visitLabel(failed);
    code.visitVarInsn(Opcodes.ALOAD, error);
    code.visitInsn(Opcodes.ARETURN);
    code.visitMaxs(0, 0);
    code.visitEnd();
    constants();
    type.visitEnd();
    return type.toByteArray();
  }

  /**
   * Where a test ends.
   *
   * @param error the local that holds the error at {@code failed}
   */
  private record Exits(Label yes, Label no, Label failed, int error) {}

  private void constructor() {
    MethodVisitor constructor = type.visitMethod(Opcodes.ACC_PUBLIC, "<init>", "()V", null, null);
    constructor.visitCode();
    constructor.visitVarInsn(Opcodes.ALOAD, 0);
    constructor.visitMethodInsn(Opcodes.INVOKESPECIAL, NODE, "<init>", "()V", false);
    constructor.visitInsn(Opcodes.RETURN);
    constructor.visitMaxs(0, 0);
    constructor.visitEnd();
  }

  /**
   * The errors as static fields. As dynamic constants they would not be resolved, since they hardly
   * ever occur, and JDK 17 does not compile a method that holds one such.
   */
  private void constants() {
    MethodVisitor start = type.visitMethod(Opcodes.ACC_STATIC, "<clinit>", "()V", null, null);
    start.visitCode();
    for (int i = 0; i < errors.size(); i++) {
      type.visitField(
              Opcodes.ACC_PRIVATE | Opcodes.ACC_STATIC | Opcodes.ACC_FINAL,
              ERROR_FIELD + i,
              "L" + ERROR + ";",
              null,
              null)
          .visitEnd();
      start.visitMethodInsn(
          Opcodes.INVOKESTATIC, HANDLES, "lookup", "()L" + HANDLES + "$Lookup;", false);
      start.visitLdcInsn("_");
      start.visitLdcInsn(Type.getObjectType(ERROR));
      start.visitLdcInsn(i);
      start.visitMethodInsn(
          Opcodes.INVOKESTATIC,
          HANDLES,
          "classDataAt",
          "(L" + HANDLES + "$Lookup;Ljava/lang/String;Ljava/lang/Class;I)L" + OBJECT + ";",
          false);
      start.visitTypeInsn(Opcodes.CHECKCAST, ERROR);
      start.visitFieldInsn(Opcodes.PUTSTATIC, SELF, ERROR_FIELD + i, "L" + ERROR + ";");
    }
    start.visitInsn(Opcodes.RETURN);
    start.visitMaxs(0, 0);
    start.visitEnd();
  }

  private int local() {
    return locals++;
  }

  private void answer(String name) {
    code.visitFieldInsn(Opcodes.GETSTATIC, "java/lang/Boolean", name, "Ljava/lang/Boolean;");
    code.visitInsn(Opcodes.ARETURN);
  }

  private void test(Expression expression, Exits exits) {
    expression.accept(new Test(exits));
  }

  /** Only what the measured conditions consist of. */
  private final class Test implements Expression.Visitor<Exits> {

    private final Exits exits;

    Test(Exits exits) {
      this.exits = exits;
    }

    @Override
    public Exits constant(Expression.Constant constant) {
      throw unexpected(constant);
    }

    @Override
    public Exits read(Expression.Read read) {
      throw unexpected(read);
    }

    @Override
    public Exits member(Expression.Member member) {
      throw unexpected(member);
    }

    @Override
    public Exits has(Expression.Has has) {
      throw unexpected(has);
    }

    @Override
    public Exits use(Expression.Use use) {
      throw unexpected(use);
    }

    @Override
    public Exits coalesce(Expression.Coalesce coalesce) {
      throw unexpected(coalesce);
    }

    @Override
    public Exits local(Expression.Local local) {
      throw unexpected(local);
    }

    @Override
    public Exits choice(Expression.Choice choice) {
      throw unexpected(choice);
    }

    @Override
    public Exits not(Expression.Not not) {
      ConditionBytecode.this.test(
          not.operand(), new Exits(exits.no(), exits.yes(), exits.failed(), exits.error()));
      return exits;
    }

    @Override
    public Exits and(Expression.And and) {
      both(and, exits);
      return exits;
    }

    @Override
    public Exits or(Expression.Or or) {
      either(or, exits);
      return exits;
    }

    @Override
    public Exits equal(Expression.Equal equal) {
      ConditionBytecode.this.equal(equal, exits);
      return exits;
    }

    @Override
    public Exits compare(Expression.Compare compare) {
      ConditionBytecode.this.compare(compare, exits);
      return exits;
    }

    @Override
    public Exits contains(Expression.Contains contains) {
      ConditionBytecode.this.contains(contains, exits);
      return exits;
    }

    @Override
    public Exits within(Expression.Within within) {
      throw unexpected(within);
    }

    @Override
    public Exits quantified(Expression.Quantified quantified) {
      throw unexpected(quantified);
    }

    @Override
    public Exits startsWith(Expression.StartsWith startsWith) {
      throw unexpected(startsWith);
    }

    @Override
    public Exits endsWith(Expression.EndsWith endsWith) {
      throw unexpected(endsWith);
    }

    @Override
    public Exits matches(Expression.Matches matches) {
      throw unexpected(matches);
    }

    @Override
    public Exits empty(Expression.Empty empty) {
      throw unexpected(empty);
    }

    @Override
    public Exits size(Expression.Size size) {
      throw unexpected(size);
    }

    @Override
    public Exits arithmetic(Expression.Arithmetic arithmetic) {
      throw unexpected(arithmetic);
    }

    @Override
    public Exits call(Expression.Call call) {
      throw unexpected(call);
    }

    @Override
    public Exits toDecimal(Expression.ToDecimal toDecimal) {
      throw unexpected(toDecimal);
    }
  }

  /** False wins over an error on either side; of two errors the left one. */
  private void both(Expression.And and, Exits exits) {
    int left = local();
    int right = local();
    var next = new Label();
    var rightYes = new Label();
    var rightFailed = new Label();
    code.visitInsn(Opcodes.ACONST_NULL);
    code.visitVarInsn(Opcodes.ASTORE, left);
    test(and.left(), new Exits(next, exits.no(), next, left));
    code.visitLabel(next);
    test(and.right(), new Exits(rightYes, exits.no(), rightFailed, right));
    code.visitLabel(rightYes);
    unlessFailed(left, exits.yes(), exits);
    code.visitLabel(rightFailed);
    failLeftFirst(left, right, exits);
  }

  /** True wins over an error on either side; of two errors the left one. */
  private void either(Expression.Or or, Exits exits) {
    int left = local();
    int right = local();
    var next = new Label();
    var rightNo = new Label();
    var rightFailed = new Label();
    code.visitInsn(Opcodes.ACONST_NULL);
    code.visitVarInsn(Opcodes.ASTORE, left);
    test(or.left(), new Exits(exits.yes(), next, next, left));
    code.visitLabel(next);
    test(or.right(), new Exits(exits.yes(), rightNo, rightFailed, right));
    code.visitLabel(rightNo);
    unlessFailed(left, exits.no(), exits);
    code.visitLabel(rightFailed);
    failLeftFirst(left, right, exits);
  }

  private void unlessFailed(int left, Label otherwise, Exits exits) {
    code.visitVarInsn(Opcodes.ALOAD, left);
    code.visitJumpInsn(Opcodes.IFNULL, otherwise);
    fail(left, exits);
  }

  private void failLeftFirst(int left, int right, Exits exits) {
    var onlyRight = new Label();
    code.visitVarInsn(Opcodes.ALOAD, left);
    code.visitJumpInsn(Opcodes.IFNULL, onlyRight);
    fail(left, exits);
    code.visitLabel(onlyRight);
    fail(right, exits);
  }

  private void fail(int error, Exits exits) {
    code.visitVarInsn(Opcodes.ALOAD, error);
    code.visitVarInsn(Opcodes.ASTORE, exits.error());
    code.visitJumpInsn(Opcodes.GOTO, exits.failed());
  }

  private void equal(Expression.Equal equal, Exits exits) {
    Runnable left = operand(equal.left(), exits);
    Runnable right = operand(equal.right(), exits);
    String owner = equal.left().type() == Simple.STRING ? "java/lang/String" : OBJECT;
    left.run();
    code.visitTypeInsn(Opcodes.CHECKCAST, owner);
    right.run();
    code.visitMethodInsn(Opcodes.INVOKEVIRTUAL, owner, "equals", "(Ljava/lang/Object;)Z", false);
    jump(Opcodes.IFNE, exits);
  }

  private void contains(Expression.Contains contains, Exits exits) {
    Runnable collection = operand(contains.collection(), exits);
    Runnable element = operand(contains.element(), exits);
    collection.run();
    code.visitTypeInsn(Opcodes.CHECKCAST, "java/util/Collection");
    element.run();
    code.visitMethodInsn(
        Opcodes.INVOKEINTERFACE, "java/util/Collection", "contains", "(Ljava/lang/Object;)Z", true);
    jump(Opcodes.IFNE, exits);
  }

  private void compare(Expression.Compare compare, Exits exits) {
    if (compare.left().type() != Simple.INT) {
      throw unexpected(compare);
    }
    Runnable left = operand(compare.left(), exits);
    Runnable right = operand(compare.right(), exits);
    left.run();
    unbox();
    right.run();
    unbox();
    code.visitInsn(Opcodes.LCMP);
    jump(jumpOf(compare.order()), exits);
  }

  private void unbox() {
    code.visitTypeInsn(Opcodes.CHECKCAST, "java/lang/Long");
    code.visitMethodInsn(Opcodes.INVOKEVIRTUAL, "java/lang/Long", "longValue", "()J", false);
  }

  private static int jumpOf(Order order) {
    return switch (order) {
      case LESS -> Opcodes.IFLT;
      case LESS_OR_EQUAL -> Opcodes.IFLE;
      case GREATER -> Opcodes.IFGT;
      case GREATER_OR_EQUAL -> Opcodes.IFGE;
    };
  }

  private void jump(int onYes, Exits exits) {
    code.visitJumpInsn(onYes, exits.yes());
    code.visitJumpInsn(Opcodes.GOTO, exits.no());
  }

  /** Reads an operand, which may fail; what comes back puts it on the stack, which may not. */
  private Runnable operand(Expression expression, Exits exits) {
    if (expression instanceof Expression.Constant constant
        && constant.value() instanceof String text) {
      return () -> code.visitLdcInsn(text);
    }
    if (expression instanceof Expression.Read read) {
      int value = read(read.path(), exits);
      return () -> code.visitVarInsn(Opcodes.ALOAD, value);
    }
    throw unexpected(expression);
  }

  private int read(AttributePath path, Exits exits) {
    int value = local();
    var present = new Label();
    var fine = new Label();
    code.visitVarInsn(Opcodes.ALOAD, FRAME_PARAMETER);
    code.visitLdcInsn(slots.applyAsInt(path));
    code.visitMethodInsn(Opcodes.INVOKEVIRTUAL, FRAME, "attribute", "(I)L" + OBJECT + ";", false);
    code.visitVarInsn(Opcodes.ASTORE, value);
    code.visitVarInsn(Opcodes.ALOAD, value);
    code.visitFieldInsn(Opcodes.GETSTATIC, ABSENT, "ABSENT", "L" + ABSENT + ";");
    code.visitJumpInsn(Opcodes.IF_ACMPNE, present);
    code.visitFieldInsn(Opcodes.GETSTATIC, SELF, ERROR_FIELD + errors.size(), "L" + ERROR + ";");
    errors.add(new EvaluationError("`" + path + "` is missing"));
    code.visitVarInsn(Opcodes.ASTORE, exits.error());
    code.visitJumpInsn(Opcodes.GOTO, exits.failed());
    code.visitLabel(present);
    code.visitVarInsn(Opcodes.ALOAD, value);
    code.visitTypeInsn(Opcodes.INSTANCEOF, ERROR);
    code.visitJumpInsn(Opcodes.IFEQ, fine);
    fail(value, exits);
    code.visitLabel(fine);
    return value;
  }

  private static IllegalArgumentException unexpected(Expression expression) {
    return new IllegalArgumentException(
        "expression: "
            + expression.fragment().text()
            + " (expected: as in the measured condition)");
  }
}
