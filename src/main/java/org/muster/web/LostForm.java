package org.muster.web;

import java.io.Serializable;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;
import org.muster.accounts.CurrentUser;
import org.muster.accounts.SignIn;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.web.util.WebUtils;

/**
 * What somebody typed into a form whose session had expired when it was sent. It waits in
 * the new session, with those of other tabs, until the person has signed in again and
 * sends it.
 *
 * @param path where it was sent to, without the context path
 * @param fields the values by their names, without passwords
 * @param account the id of the account whose page it was on
 */
record LostForm(String path, Map<String, List<String>> fields, String account) implements Serializable {

	private static final String ATTRIBUTE = LostForm.class.getName() + ".kept";

	/** In a session: the tabs that somebody writes in. */
	private static final int MOST = 5;

	/** In characters: more than any form of ours takes. */
	private static final int LARGEST = 256 * 1024;

	private static final int MOST_SHOWN = 40;

	/** What pages fill in by themselves. */
	private static final Pattern NOT_TYPED = Pattern
		.compile("version|creationKey|draft|revision|seen|then|more|choice|kept|.*\\.(number|person)");

	/** Where nothing is typed that is worth keeping. */
	private static final Pattern NOT_KEPT = Pattern
		.compile("/(login|logout|theme)|/invitations/.*|.*/(removal|approval|withdrawal|closure|submission)");

	/**
	 * What binds somebody is never sent by a click on another page: it is signed or sent
	 * anew where the offer is seen.
	 */
	private static final Pattern ANEW = Pattern.compile("(/proposals/[^/]+)(?:/acceptance|(/sending))");

	/**
	 * Keeps a form in the session, unless somebody else is signed in there by now.
	 * @return the key that it is kept under; none where another site sent it, and none
	 * for files
	 */
	static Optional<String> keep(HttpServletRequest request) {
		return of(request).filter((form) -> SignIn.current(request).map((user) -> form.isOf(user)).orElse(true))
			.map((form) -> {
				String key = UUID.randomUUID().toString();
				change(request.getSession(), (kept) -> {
					kept.put(key, form);
					kept.keySet().stream().limit(Math.max(0, kept.size() - MOST)).toList().forEach(kept::remove);
				});
				return key;
			});
	}

	/** Whether a form was typed by another account than that which is signed in. */
	static boolean isOfAnother(HttpServletRequest request) {
		String account = request.getParameter(FormOwner.FIELD);
		return account != null
				&& SignIn.current(request).filter((user) -> !account.equals(String.valueOf(user.id()))).isPresent();
	}

	private boolean isOf(CurrentUser user) {
		return this.account.equals(String.valueOf(user.id()));
	}

	/** What was typed on a page of ours, to be sent again as it is. */
	static Optional<LostForm> of(HttpServletRequest request) {
		String path = request.getRequestURI().substring(request.getContextPath().length());
		if (!HttpMethod.POST.matches(request.getMethod()) || !isForm(request) || !isOurs(request)
				|| NOT_KEPT.matcher(path).matches()) {
			return Optional.empty();
		}
		Map<String, List<String>> fields = fields(request);
		int length = fields.entrySet()
			.stream()
			.mapToInt((field) -> field.getKey().length() + field.getValue().stream().mapToInt(String::length).sum())
			.sum();
		String account = request.getParameter(FormOwner.FIELD);
		boolean worth = ANEW.matcher(path).matches() || fields.keySet().stream().anyMatch(LostForm::isTyped);
		return (account != null && length <= LARGEST && worth) ? Optional.of(new LostForm(path, fields, account))
				: Optional.empty();
	}

	/**
	 * The page on which it is filled in and sent by hand once more; none where it can be
	 * sent as it is.
	 */
	Optional<String> anew() {
		Matcher parts = ANEW.matcher(this.path);
		return parts.matches() ? Optional.of(parts.group(1) + Objects.requireNonNullElse(parts.group(2), ""))
				: Optional.empty();
	}

	/** The values by their names, the first of each. */
	Map<String, String> values() {
		Map<String, String> values = new LinkedHashMap<>();
		this.fields.forEach((name, all) -> all.stream().findFirst().ifPresent((value) -> values.put(name, value)));
		return values;
	}

	private static boolean isTyped(String field) {
		return !NOT_TYPED.matcher(field).matches();
	}

	/** What was typed into a form that cannot be taken any more, to be copied. */
	static List<String> typed(HttpServletRequest request) {
		return (HttpMethod.POST.matches(request.getMethod())) ? new LostForm("", fields(request), "").typed()
				: List.of();
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

	/** Without passwords. */
	private static Map<String, List<String>> fields(HttpServletRequest request) {
		Map<String, List<String>> fields = new LinkedHashMap<>();
		request.getParameterMap().forEach((name, values) -> {
			String lower = name.toLowerCase(Locale.ROOT);
			if (!lower.contains("password") && !lower.equals("_csrf") && !name.equals(FormOwner.FIELD)) {
				fields.put(name, List.of(values));
			}
		});
		return fields;
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

	/** The page of ours that a form was on, as far as the browser says so. */
	static @Nullable String page(HttpServletRequest request) {
		try {
			URI page = URI.create(Objects.requireNonNullElse(request.getHeader(HttpHeaders.REFERER), ""));
			String path = Objects.requireNonNullElse(page.getRawPath(), "");
			String context = request.getContextPath();
			return (isOurs(request) && path.startsWith(context + "/") && !path.startsWith("//"))
					? path.substring(context.length()) + ((page.getRawQuery() != null) ? "?" + page.getRawQuery() : "")
					: null;
		}
		catch (IllegalArgumentException ex) {
			return null;
		}
	}

	private static @Nullable String authority(String origin) {
		try {
			return URI.create(origin).getAuthority();
		}
		catch (IllegalArgumentException ex) {
			return null;
		}
	}

	/** Those in a session by their keys, the first to be kept first. */
	@SuppressWarnings("unchecked")
	static Map<String, LostForm> in(@Nullable HttpSession session) {
		Object kept = (session != null) ? session.getAttribute(ATTRIBUTE) : null;
		return (kept != null) ? (Map<String, LostForm>) kept : Map.of();
	}

	/** The form under a key, if it is the person's own. */
	static Optional<LostForm> find(HttpSession session, @Nullable String key, CurrentUser user) {
		return (key != null) ? Optional.ofNullable(in(session).get(key)).filter((form) -> form.isOf(user))
				: Optional.empty();
	}

	/**
	 * Forgets what others have typed: the person has signed in.
	 * @param key of the form that the person has sent, as far as that is known
	 * @return the key of that form, or else of the person's latest
	 */
	static Optional<String> resume(HttpServletRequest request, @Nullable String key) {
		HttpSession session = request.getSession(false);
		CurrentUser user = SignIn.current(request).orElse(null);
		if (session == null || user == null || in(session).isEmpty()) {
			return Optional.empty();
		}
		change(session, (kept) -> kept.values().removeIf((form) -> !form.isOf(user)));
		Map<String, LostForm> own = in(session);
		return (key != null && own.containsKey(key)) ? Optional.of(key)
				: own.keySet().stream().reduce((before, later) -> later);
	}

	static void forget(HttpSession session, String key) {
		change(session, (kept) -> kept.remove(key));
	}

	/** Two tabs may send at once. */
	private static void change(HttpSession session, Consumer<Map<String, LostForm>> change) {
		synchronized (WebUtils.getSessionMutex(session)) {
			Map<String, LostForm> kept = new LinkedHashMap<>(in(session));
			change.accept(kept);
			session.setAttribute(ATTRIBUTE, kept);
		}
	}

}
