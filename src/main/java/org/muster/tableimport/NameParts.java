package org.muster.tableimport;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

import org.muster.forms.SearchText;

/**
 * Whether two names can be those of one person: one has all the parts of the other, in
 * whatever order and spelling. An agency may have one e-mail for all of its people.
 */
final class NameParts {

	private NameParts() {
	}

	static boolean areAlike(String one, String other) {
		return SearchText.forms(one)
			.stream()
			.anyMatch(
					(first) -> SearchText.forms(other).stream().anyMatch((second) -> areAlike(of(first), of(second))));
	}

	private static Set<String> of(String folded) {
		return Arrays.stream(folded.split("[^\\p{L}\\p{M}\\d]+"))
			.filter((part) -> !part.isEmpty())
			.collect(Collectors.toSet());
	}

	private static boolean areAlike(Set<String> one, Set<String> other) {
		return !one.isEmpty() && !other.isEmpty() && (isWithin(one, other) || isWithin(other, one));
	}

	/** An initial is that of a part. */
	private static boolean isWithin(Set<String> few, Set<String> many) {
		return few.stream()
			.allMatch((part) -> many.stream()
				.anyMatch((one) -> one.equals(part)
						|| Math.min(one.length(), part.length()) == 1 && one.charAt(0) == part.charAt(0)));
	}

}
