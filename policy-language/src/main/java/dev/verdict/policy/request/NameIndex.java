package dev.verdict.policy.request;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Names in the order in which they were added, each once. A few are compared one by one; many are
 * found by an open hash table. Where so many have the same hash that somebody must have chosen them
 * for that, a map takes over whose cost grows with the logarithm. For one thread while names are
 * added, for many afterwards.
 */
final class NameIndex {

  private static final int FEW = 8;

  /** More are tried in no honest request: the table is never more than half full. */
  private static final int MAX_PROBES = 32;

  private String[] names = new String[FEW];
  private int size;

  /** Places and one more, 0 where there is none; null while there are few names. */
  private int @Nullable [] table;

  private @Nullable Map<String, Integer> colliding;

  int size() {
    return size;
  }

  String at(int place) {
    return names[place];
  }

  /** The place of a name, or -1. */
  int find(String name) {
    if (table != null) {
      return find(name, table);
    }
    for (int place = 0; place < size; place++) {
      if (names[place].equals(name)) {
        return place;
      }
    }
    return -1;
  }

  private int find(String name, int[] places) {
    if (colliding != null) {
      return colliding.getOrDefault(name, -1);
    }
    int slot = slot(name, places);
    while (places[slot] != 0) {
      int place = places[slot] - 1;
      if (names[place].equals(name)) {
        return place;
      }
      slot = slot + 1 & places.length - 1;
    }
    return -1;
  }

  /** Adds a name at the end; false, and no change, where it is there already. */
  boolean add(String name) {
    if (find(name) >= 0) {
      return false;
    }
    if (size == names.length) {
      names = Arrays.copyOf(names, 2 * size);
      index();
    }
    names[size++] = name;
    if (table != null) {
      index(size - 1, table);
    }
    return true;
  }

  /** Makes the table anew, for twice as many names. */
  private void index() {
    var larger = new int[2 * names.length];
    table = larger;
    for (int place = 0; place < size; place++) {
      index(place, larger);
    }
  }

  private void index(int place, int[] places) {
    if (colliding != null) {
      colliding.put(names[place], place);
      return;
    }
    int slot = slot(names[place], places);
    int probes = 0;
    while (places[slot] != 0) {
      slot = slot + 1 & places.length - 1;
      if (++probes > MAX_PROBES) {
        takeMap(place);
        return;
      }
    }
    places[slot] = place + 1;
  }

  private void takeMap(int last) {
    var map = new HashMap<String, Integer>();
    for (int place = 0; place <= last; place++) {
      map.put(names[place], place);
    }
    colliding = map;
  }

  private static int slot(String name, int[] places) {
    int hash = name.hashCode();
    return (hash ^ hash >>> 16) & places.length - 1;
  }
}
