package cn.huiyin.oversight.store;

import java.util.List;

/** Streets, communities and grids that a list is of; a thing in any of them is in it. */
public record Reach(List<String> streets, List<String> communities, List<String> grids) {}
