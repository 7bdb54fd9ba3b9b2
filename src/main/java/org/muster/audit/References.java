package org.muster.audit;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

import org.springframework.stereotype.Component;

/**
 * Short and readable names such as {@code R-2026-0042}. The number is drawn by chance, so
 * that it says nothing of how many others there are.
 */
@Component
public class References {

	private static final int MANY_DIGITS = 7;

	private final SecureRandom random = new SecureRandom();

	private final Clock clock;

	References(Clock clock) {
		this.clock = clock;
	}

	/** Draws one with the year in it that is not taken yet. */
	public String draw(String prefix, Predicate<String> taken) {
		return draw(prefix + "-" + LocalDate.now(this.clock).getYear(), 4, taken);
	}

	/** Draws one without a year, for things that last. */
	public String drawLasting(String prefix, Predicate<String> taken) {
		return draw(prefix, 5, taken);
	}

	/**
	 * Draws many at once, without a year, for things that last and come by the thousand.
	 * @param taken those of some that are taken
	 */
	public List<String> drawLasting(String prefix, int count, UnaryOperator<Set<String>> taken) {
		Set<String> drawn = new HashSet<>();
		while (drawn.size() < count) {
			while (drawn.size() < count) {
				drawn.add(reference(prefix, MANY_DIGITS));
			}
			drawn.removeAll(taken.apply(Set.copyOf(drawn)));
		}
		return List.copyOf(drawn);
	}

	private String reference(String prefix, int digits) {
		return ("%s-%0" + digits + "d").formatted(prefix, this.random.nextInt((int) Math.pow(10, digits)));
	}

	private String draw(String prefix, int digits, Predicate<String> taken) {
		// A crowded range is left for one ten times as wide after a few tries.
		for (int tries = 0; tries < 20; tries++) {
			String reference = reference(prefix, digits);
			if (!taken.test(reference)) {
				return reference;
			}
		}
		return draw(prefix, digits + 1, taken);
	}

}
