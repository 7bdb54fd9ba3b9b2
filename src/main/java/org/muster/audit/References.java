package org.muster.audit;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.util.function.Predicate;

import org.springframework.stereotype.Component;

/**
 * Short and readable names such as {@code R-2026-0042}. The number is drawn by chance, so
 * that it says nothing of how many others there are.
 */
@Component
public class References {

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

	private String draw(String prefix, int digits, Predicate<String> taken) {
		int bound = (int) Math.pow(10, digits);
		// A crowded range is left for one ten times as wide after a few tries.
		for (int tries = 0; tries < 20; tries++) {
			String reference = ("%s-%0" + digits + "d").formatted(prefix, this.random.nextInt(bound));
			if (!taken.test(reference)) {
				return reference;
			}
		}
		return draw(prefix, digits + 1, taken);
	}

}
