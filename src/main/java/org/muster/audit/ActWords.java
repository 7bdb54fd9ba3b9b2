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
	private static final Map<AuditAct, List<String>> KEYS = Map.of(AuditAct.REQUEST_EDITED, List.of("requests.step."),
			AuditAct.REQUEST_POSITION_ADDED, List.of("consultants.role."), AuditAct.REQUEST_POSITION_CHANGED,
			List.of("consultants.role."), AuditAct.REQUEST_POSITION_REMOVED, List.of("consultants.role."),
			AuditAct.REQUEST_GOAL_JUDGED, List.of("requests.goal.", "requests.outcome."),
			AuditAct.REQUEST_GOAL_REPLACED, List.of("requests.goal.", "requests.outcome."), AuditAct.REQUEST_COMPARED,
			List.of("comparison.assumption."));

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
		List<String> keys = AuditAct.find(line.act()).map(KEYS::get).orElse(null);
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
