package org.muster.matching;

import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How much each part of a score counts against the others. The points that a part gives
 * at the most are its share of 100, to the tenth; tenths left over by rounding down go to
 * the parts with the largest remainders (the method of Hamilton), so that the most of all
 * parts is 100 exactly.
 *
 * @param shares 0 to {@value #MOST} for each part, not all 0
 */
public record Weights(Map<Part, Integer> shares) {

	/** The most that a part is weighted. */
	public static final int MOST = 60;

	private static final int ALL = 1000;

	/**
	 * @throws IllegalArgumentException if a share is outside of its bounds, or all are 0
	 */
	public Weights {
		EnumMap<Part, Integer> all = new EnumMap<>(Part.class);
		for (Part part : Part.values()) {
			int share = shares.getOrDefault(part, 0);
			if (share < 0 || share > MOST) {
				throw new IllegalArgumentException("A share is 0 to %d, not %d".formatted(MOST, share));
			}
			all.put(part, share);
		}
		if (all.values().stream().allMatch((share) -> share == 0)) {
			throw new IllegalArgumentException("Some part has to count");
		}
		shares = Collections.unmodifiableMap(all);
	}

	/** Reads what {@link #toString()} writes; nothing where it is anything else. */
	public static Optional<Weights> read(String text) {
		try {
			List<Integer> numbers = Arrays.stream(text.split("-")).map(Integer::valueOf).toList();
			if (numbers.size() != Part.values().length) {
				return Optional.empty();
			}
			return Optional.of(new Weights(Stream.of(Part.values())
				.collect(Collectors.toMap((part) -> part, (part) -> numbers.get(part.ordinal())))));
		}
		catch (IllegalArgumentException ex) {
			return Optional.empty();
		}
	}

	public int share(Part part) {
		return this.shares.getOrDefault(part, 0);
	}

	/** The same with one part weighted otherwise; the bounds are kept to. */
	Weights with(Part part, int share) {
		EnumMap<Part, Integer> others = new EnumMap<>(this.shares);
		others.put(part, Math.max(0, Math.min(MOST, share)));
		return others.values().stream().allMatch((one) -> one == 0) ? this : new Weights(others);
	}

	/** The most points that each part gives, in tenths, by its ordinal; together 1000. */
	int[] tenths() {
		int sum = this.shares.values().stream().mapToInt(Integer::intValue).sum();
		int[] tenths = new int[Part.values().length];
		int left = ALL;
		for (Part part : Part.values()) {
			tenths[part.ordinal()] = share(part) * ALL / sum;
			left -= tenths[part.ordinal()];
		}
		Stream.of(Part.values())
			.sorted(Comparator.comparing((part) -> -(share(part) * ALL % sum)))
			.limit(left)
			.forEach((part) -> tenths[part.ordinal()]++);
		return tenths;
	}

	/** The shares in the order of the parts, with hyphens between. */
	@Override
	public String toString() {
		return this.shares.values().stream().map(String::valueOf).collect(Collectors.joining("-"));
	}

}
