package org.muster.audit;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Says the details of acts in words: the trail keeps codes where words may change. */
@Component
public class ActWords {

	private static final Pattern CODE = Pattern.compile("\\w[\\w-]*");

	/** By act, below which keys the messages are for the codes of its detail. */
	private static final Map<String, List<String>> KEYS = Map.of("request.edited", List.of("requests.step."),
			"request.position.added", List.of("consultants.role."), "request.position.changed",
			List.of("consultants.role."), "request.position.removed", List.of("consultants.role."),
			"request.goal.judged", List.of("requests.goal.", "requests.outcome."), "request.goal.replaced",
			List.of("requests.goal.", "requests.outcome."), "request.compared", List.of("comparison.assumption."));

	private final MessageSource messages;

	ActWords(MessageSource messages) {
		this.messages = messages;
	}

	/** Behind codes stands what somebody has written, which stays as it is. */
	public static final String BEFORE_NOTE = " · ";

	/** The detail of a line as it is shown, or {@code null} if it has none. */
	public @Nullable String detail(HistoryLine line) {
		if (line.redacted()) {
			return this.messages.getMessage("audit.redacted", null, Locale.ENGLISH);
		}
		List<String> keys = KEYS.get(line.act());
		String detail = line.detail();
		if (detail == null || keys == null) {
			return detail;
		}
		int note = detail.contains(BEFORE_NOTE) ? detail.indexOf(BEFORE_NOTE) : detail.length();
		return CODE.matcher(detail.substring(0, note)).replaceAll((code) -> Matcher.quoteReplacement(word(keys, code)))
				+ detail.substring(note);
	}

	/** What has no word is said as it is. */
	private String word(List<String> keys, MatchResult code) {
		String known = code.group().toUpperCase(Locale.ROOT).replace('-', '_');
		return keys.stream()
			.flatMap((key) -> List.of(key + code.group(), key + known).stream())
			.map((key) -> this.messages.getMessage(key, null, null, Locale.ENGLISH))
			.filter(Objects::nonNull)
			.findFirst()
			.orElse(code.group());
	}

}
