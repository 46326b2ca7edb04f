package cn.huiyin.classification;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds all words of a fixed set in one pass over a text, however many words there are (Aho and Corasick, 1975). */
final class WordFinder {

    /** Where a word was found: from {@code start} up to but not including {@code end}. */
    record Hit(String word, int start, int end) {

        /** Lies inside the other and is shorter. */
        boolean isPartOf(Hit other) {
            return start >= other.start && end <= other.end && end - start < other.end - other.start;
        }
    }

    private static final class Node {
        private final Map<Character, Node> next = new HashMap<>(4);
        /** The longest other word's beginning that this one ends with. */
        private @Nullable Node fallback;
        /** The next node on the way of fallbacks at which a word ends. */
        private @Nullable Node shorter;

        private @Nullable String word;
    }

    private final Node root = new Node();

    WordFinder(Collection<String> words) {
        words.forEach(this::add);
        linkByBreadth();
    }

    private void add(String word) {
        var node = root;
        for (char letter : word.toCharArray()) {
            node = node.next.computeIfAbsent(letter, any -> new Node());
        }
        node.word = word;
    }

    private void linkByBreadth() {
        var waiting = new ArrayDeque<Node>(List.of(root));
        while (!waiting.isEmpty()) {
            var node = waiting.remove();
            node.next.forEach((letter, child) -> {
                link(node, letter, child);
                waiting.add(child);
            });
        }
    }

    private void link(Node parent, char letter, Node child) {
        var fallback = parent == root || parent.fallback == null ? root : step(parent.fallback, letter);
        child.fallback = fallback;
        child.shorter = fallback.word != null ? fallback : fallback.shorter;
    }

    private Node step(Node from, char letter) {
        @Nullable Node node = from;
        while (node != null) {
            var next = node.next.get(letter);
            if (next != null) {
                return next;
            }
            node = node.fallback;
        }
        return root;
    }

    /** All of them, overlapping ones too, in the order in which they end. */
    List<Hit> find(CharSequence text) {
        var hits = new ArrayList<Hit>();
        var node = root;
        for (int i = 0; i < text.length(); i++) {
            node = step(node, text.charAt(i));
            for (@Nullable Node at = node; at != null; at = at.shorter) {
                if (at.word != null) {
                    hits.add(new Hit(at.word, i + 1 - at.word.length(), i + 1));
                }
            }
        }
        return hits;
    }
}
