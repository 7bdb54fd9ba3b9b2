package org.muster.forms;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Sort;

/**
 * Reads what a person typed. Forms carry text, so that whatever was typed comes back as
 * it was when something about it is wrong.
 */
public final class Inputs {

	private static final int PAGE_SIZE = 25;

	private static final int MOST_PAGES = 1_000_000;

	private Inputs() {
	}

	public static boolean isEmpty(@Nullable String text) {
		return text == null || text.isBlank();
	}

	/**
	 * The rows of a form: a gap between those that are sent is a row that says nothing.
	 * @param empty such a row
	 */
	public static <T> List<T> rows(@Nullable List<? extends @Nullable T> sent, T empty) {
		return (sent == null) ? List.of() : sent.stream().map((row) -> (row != null) ? row : empty).toList();
	}

	/** The text without the blanks around it; empty for none. */
	public static String text(@Nullable String text) {
		return Objects.requireNonNullElse(text, "").strip();
	}

	/** The text without the blanks around it, or {@code null} for none. */
	public static @Nullable String textOrNull(@Nullable String text) {
		return isEmpty(text) ? null : text(text);
	}

	/**
	 * At most so many characters, with a mark that it goes on; none of them is halved.
	 */
	public static String cut(String text, int longest) {
		return (text.length() <= longest) ? text
				: text.substring(0, text.offsetByCodePoints(0, text.codePointCount(0, longest) - 1)) + "…";
	}

	/** A date such as 2027-01-31, or {@code null} if it is none between 2000 and 2199. */
	public static @Nullable LocalDate date(@Nullable String text) {
		try {
			LocalDate date = LocalDate.parse(text(text));
			return (date.getYear() >= 2000 && date.getYear() < 2200) ? date : null;
		}
		catch (DateTimeParseException ex) {
			return null;
		}
	}

	/**
	 * A page of a list, counted from 0. The number comes from the address, where anybody
	 * can type anything: below the first it is the first, and far past what any list has
	 * it stays within what a database can skip.
	 */
	public static PageRequest page(int number, Sort sort) {
		return PageRequest.of(Math.min(Math.max(0, number), MOST_PAGES), PAGE_SIZE, sort);
	}

	/**
	 * The page of a list that an address asks for; past the last it is the last.
	 * @param list what gives a page
	 */
	public static <T> Page<T> page(int number, Sort sort, Function<PageRequest, Page<T>> list) {
		Page<T> page = list.apply(page(number, sort));
		return (page.isEmpty() && page.getTotalElements() > 0) ? list.apply(page(page.getTotalPages() - 1, sort))
				: page;
	}

}
