package org.muster.matching;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * How somebody looks at the matches of a position: by whose weights, with which
 * conditions eased. It travels in the address, so that a link shows others the same.
 *
 * @param tilt weights that were chosen, or {@code null} for those of the request
 * @param tried conditions that are eased to see what it would bring
 */
public record MatchView(Show show, int page, @Nullable Weights tilt, List<Relaxation> tried) {

	private static final int MOST_TRIED = 10;

	private static final int MOST_PAGES = 20;

	/** Which matches are shown. */
	public enum Show {

		FITTING, ALL, SHORTLISTED

	}

	/**
	 * Whatever is not understood is left aside.
	 * @param own the weights of the request, which sliders start from
	 */
	static MatchView of(MultiValueMap<String, String> parameters, Weights own) {
		Show show = Stream.of(Show.values())
			.filter((one) -> one.name().equals(parameters.getFirst("show")))
			.findFirst()
			.orElse(Show.FITTING);
		List<Relaxation> tried = Optional.ofNullable(parameters.get("try"))
			.orElse(List.of())
			.stream()
			.flatMap((text) -> Relaxation.read(text).stream())
			.distinct()
			.limit(MOST_TRIED)
			.toList();
		Weights base = Optional.ofNullable(parameters.getFirst("w")).flatMap(Weights::read).orElse(own);
		Weights tilt = base;
		for (Part part : Part.values()) {
			Integer share = number(parameters.getFirst(part.name()));
			if (share != null) {
				tilt = tilt.with(part, share);
			}
		}
		Integer page = number(parameters.getFirst("page"));
		return new MatchView(show, (page != null) ? Math.max(0, Math.min(MOST_PAGES - 1, page)) : 0,
				tilt.equals(own) ? null : tilt, tried);
	}

	private static @Nullable Integer number(@Nullable String text) {
		try {
			return (text != null) ? Integer.valueOf(text.strip()) : null;
		}
		catch (NumberFormatException ex) {
			return null;
		}
	}

	/** The query of a link that keeps the view, from its first page on. */
	public String query() {
		return query(this.show, this.tilt, this.tried);
	}

	public String query(Show other) {
		return query(other, this.tilt, this.tried);
	}

	/** The view without anything tilted. */
	public String untilted() {
		return query(this.show, null, this.tried);
	}

	/** The view with one more condition eased. */
	public String trying(Relaxation one) {
		List<Relaxation> more = new ArrayList<>(this.tried);
		more.removeIf((other) -> other.kind() == one.kind() && other.subject().equals(one.subject())
				&& one.kind() != Relaxation.Kind.ROLE);
		more.add(one);
		return query(Show.FITTING, this.tilt, more);
	}

	/** The view with one condition as it was. */
	public String without(Relaxation one) {
		return query(this.show, this.tilt, this.tried.stream().filter((other) -> !other.equals(one)).toList());
	}

	private static String query(Show show, @Nullable Weights tilt, List<Relaxation> tried) {
		UriComponentsBuilder query = UriComponentsBuilder.newInstance().queryParam("show", show);
		if (tilt != null) {
			query.queryParam("w", tilt);
		}
		tried.forEach((one) -> query.queryParam("try", one));
		return String.valueOf(query.encode().build().getQuery());
	}

	/** The eased conditions as they are kept, with blanks between; or {@code null}. */
	@Nullable String triedText() {
		return this.tried.isEmpty() ? null
				: this.tried.stream().map(Relaxation::toString).collect(Collectors.joining(" "));
	}

}
