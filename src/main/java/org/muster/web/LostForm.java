package org.muster.web;

import java.io.Serializable;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;

/**
 * What somebody typed into a form whose session had expired when it was sent. It waits in
 * the new session until the person has signed in again and sends it.
 *
 * @param path where it was sent to, without the context path
 * @param fields the values by their names, without passwords
 * @param account the id of the account whose page it was on
 */
record LostForm(String path, Map<String, List<String>> fields, String account) implements Serializable {

	private static final String ATTRIBUTE = LostForm.class.getName();

	/** In characters: more than any form of ours takes. */
	private static final int LARGEST = 256 * 1024;

	private static final int MOST_SHOWN = 40;

	/**
	 * Where nothing is typed that is worth keeping, or what was typed is an answer to a
	 * page.
	 */
	private static final Pattern NOT_KEPT = Pattern.compile(
			"/(login|logout|theme)|/invitations/.*|.*/(removal|acceptance|approval|withdrawal|sending|closure|submission)");

	/**
	 * Keeps a form in the session.
	 * @return whether it was kept: not where another site sent it, and no files
	 */
	static boolean keep(HttpServletRequest request) {
		Optional<LostForm> form = of(request);
		form.ifPresent((one) -> request.getSession().setAttribute(ATTRIBUTE, one));
		return form.isPresent();
	}

	private static Optional<LostForm> of(HttpServletRequest request) {
		String path = request.getRequestURI().substring(request.getContextPath().length());
		if (!HttpMethod.POST.matches(request.getMethod()) || !isForm(request) || !isOurs(request)
				|| NOT_KEPT.matcher(path).matches()) {
			return Optional.empty();
		}
		Map<String, List<String>> fields = new LinkedHashMap<>();
		request.getParameterMap().forEach((name, values) -> {
			String lower = name.toLowerCase(Locale.ROOT);
			if (!lower.contains("password") && !lower.equals("_csrf") && !name.equals(FormOwner.FIELD)) {
				fields.put(name, List.of(values));
			}
		});
		int length = fields.entrySet()
			.stream()
			.mapToInt((field) -> field.getKey().length() + field.getValue().stream().mapToInt(String::length).sum())
			.sum();
		String account = request.getParameter(FormOwner.FIELD);
		return (account != null && length <= LARGEST && fields.keySet().stream().anyMatch(LostForm::isTyped))
				? Optional.of(new LostForm(path, fields, account)) : Optional.empty();
	}

	private static boolean isTyped(String field) {
		return !field.equals("version") && !field.equals("creationKey");
	}

	/** What was typed, for the person to see. */
	List<String> typed() {
		return this.fields.entrySet()
			.stream()
			.filter((field) -> isTyped(field.getKey()))
			.flatMap((field) -> field.getValue().stream())
			.map(String::strip)
			.filter((value) -> value.length() > 2)
			.distinct()
			.limit(MOST_SHOWN)
			.toList();
	}

	private static boolean isForm(HttpServletRequest request) {
		String type = Objects.requireNonNullElse(request.getContentType(), "");
		return type.startsWith(MediaType.APPLICATION_FORM_URLENCODED_VALUE)
				|| type.startsWith(MediaType.MULTIPART_FORM_DATA_VALUE) && request.getParameter("text") != null;
	}

	/**
	 * Otherwise another site could put words into somebody's mouth: browsers say where a
	 * form comes from.
	 */
	private static boolean isOurs(HttpServletRequest request) {
		String site = request.getHeader("Sec-Fetch-Site");
		if (site != null) {
			return site.equals("same-origin");
		}
		String origin = request.getHeader(HttpHeaders.ORIGIN);
		String host = request.getHeader(HttpHeaders.HOST);
		return origin != null && host != null && host.equals(authority(origin));
	}

	private static @Nullable String authority(String origin) {
		try {
			return URI.create(origin).getAuthority();
		}
		catch (IllegalArgumentException ex) {
			return null;
		}
	}

	static Optional<LostForm> in(@Nullable HttpSession session) {
		return Optional.ofNullable((session != null) ? (LostForm) session.getAttribute(ATTRIBUTE) : null);
	}

	static void forget(HttpSession session) {
		session.removeAttribute(ATTRIBUTE);
	}

}
