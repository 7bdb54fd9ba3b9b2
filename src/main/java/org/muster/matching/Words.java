package org.muster.matching;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import org.muster.consultants.Seniority;
import org.muster.consultants.WorkMode;
import org.muster.forms.Shown;
import org.muster.money.Money;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Says a match in words. */
@Component("words")
public class Words {

	private final MessageSource messages;

	private final Shown shown;

	Words(MessageSource messages, Shown shown) {
		this.messages = messages;
		this.shown = shown;
	}

	public String say(Reason reason) {
		return message(reason.key(), reason.args().stream().map(this::argument).toArray());
	}

	/** A whole match, sentence by sentence, for a document. */
	public String say(Match match) {
		String skills = match.outcomes()
			.entrySet()
			.stream()
			.map((group) -> message("matching.outcome.sentence." + group.getKey(), names(group.getValue())))
			.collect(Collectors.joining(" "));
		String rest = match.reasons()
			.stream()
			.filter((reason) -> !reason.key().startsWith("matching.reason.skills"))
			.map(this::say)
			.collect(Collectors.joining(" "));
		String all = (skills + " " + rest).strip();
		return all.substring(0, Math.min(all.length(), 2000));
	}

	private static String names(List<SkillMatch> skills) {
		return skills.stream().map(SkillMatch::name).collect(Collectors.joining(", "));
	}

	private Object argument(Object argument) {
		if (argument instanceof LocalDate date) {
			return this.shown.date(date);
		}
		if (argument instanceof Money money) {
			return this.shown.rate(money.amount(), money.currency().getCurrencyCode());
		}
		if (argument instanceof Seniority seniority) {
			return message("consultants.seniority." + seniority);
		}
		if (argument instanceof WorkMode mode) {
			return message("consultants.mode." + mode);
		}
		if (argument instanceof Locale language) {
			return language.getDisplayLanguage(Locale.ENGLISH);
		}
		if (argument instanceof Double number) {
			return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
		}
		return String.valueOf(argument);
	}

	private String message(String key, Object... args) {
		return this.messages.getMessage(key, args, Locale.ENGLISH);
	}

}
