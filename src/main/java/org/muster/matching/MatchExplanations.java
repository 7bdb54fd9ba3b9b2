package org.muster.matching;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import org.muster.calendar.DayCount;
import org.muster.consultants.SkillHeld;
import org.muster.forms.Formats;
import org.muster.matching.SkillMatch.Outcome;
import org.muster.money.Money;
import org.muster.skills.Skill;
import org.muster.skills.SkillLevel;
import org.muster.skills.Taxonomy;
import org.muster.vocabulary.JobRole;
import org.muster.vocabulary.Seniority;
import org.muster.vocabulary.WorkMode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/** Says a match in words. */
@Component("matchExplanations")
public class MatchExplanations {

	private static final int LONGEST = 2000;

	private static final int NAMED = 3;

	private final MessageSource messages;

	private final Formats formats;

	private final Taxonomy taxonomy;

	private final Locale locale;

	@Autowired
	MatchExplanations(MessageSource messages, Formats formats, Taxonomy taxonomy) {
		this(messages, formats, taxonomy, Locale.ENGLISH);
	}

	private MatchExplanations(MessageSource messages, Formats formats, Taxonomy taxonomy, Locale locale) {
		this.taxonomy = taxonomy;
		this.messages = messages;
		this.formats = formats;
		this.locale = locale;
	}

	/** The same in another language, for what documents say of a match. */
	public MatchExplanations in(Locale other) {
		return new MatchExplanations(this.messages, this.formats.in(other), this.taxonomy, other);
	}

	public String say(Reason reason) {
		return message(reason.key(), reason.args().stream().map(this::argument).toArray());
	}

	/** In two sentences: what speaks for the person, and what is missing. */
	public String summary(Assessment match) {
		List<SkillMatch> required = match.required();
		List<String> met = required.stream()
			.filter((skill) -> skill.outcome() == Outcome.MET)
			.map(SkillMatch::name)
			.toList();
		String skills = required.isEmpty() ? message("matching.summary.skills.none")
				: met.isEmpty() ? message("matching.summary.skills.no", required.size())
						: message("matching.summary.skills", met.size(), required.size(), some(met));
		Reason start = part(match, Part.AVAILABILITY).reasons().get(0);
		return message("matching.summary.for", skills,
				message(start.key().replace("reason", "summary"), start.args().stream().map(this::argument).toArray()),
				(match.price() != null) ? message("matching.summary.price", price(match))
						: message("matching.summary.price.unknown"))
				+ " " + shortfall(match);
	}

	/** What a day costs, or that it is not known. */
	public String price(Assessment match) {
		return (match.price() != null)
				? this.formats.rate(match.price().amount(), match.price().rate().currency().getCurrencyCode())
				: message("matching.rate.request");
	}

	private String shortfall(Assessment match) {
		List<String> lacking = match.required()
			.stream()
			.filter((skill) -> skill.outcome() != Outcome.MET)
			.map(this::near)
			.toList();
		List<String> others = match.shortfalls()
			.stream()
			.filter((reason) -> !reason.key().startsWith("matching.reason.skills"))
			.map(this::say)
			.map((sentence) -> sentence.replaceAll("\\.$", ""))
			.toList();
		List<String> all = java.util.stream.Stream.concat(lacking.stream(), others.stream()).toList();
		if (all.isEmpty()) {
			return message("matching.summary.nothing");
		}
		return message("matching.summary.missing", all.stream().limit(NAMED).collect(Collectors.joining("; ")),
				Math.max(0, all.size() - NAMED));
	}

	/** A skill that is not met in full, and how near it is. */
	public String near(SkillMatch skill) {
		SkillEvidence evidence = skill.evidence();
		return (evidence == null)
				? message("matching.near.none", skill.name(), message("skills.level." + skill.requirement().level()))
				: message(evidence.isLevelStated() ? "matching.near" : "matching.near.unstated", skill.name(),
						number(evidence.level()), skill.requirement().level());
	}

	/** The level that is held of a skill, as far as it is stated, and the one asked. */
	public String against(SkillMatch skill) {
		String asked = message("skills.level." + skill.asked().value());
		SkillLevel held = skill.heldLevel();
		if (held != null) {
			return message("matching.skill.held", message("skills.level." + held.value()), asked);
		}
		return message((skill.evidence() != null) ? "matching.skill.unstated" : "matching.skill.asked", asked);
	}

	/** The level that is left of a skill, to one decimal. */
	public String counted(SkillMatch skill) {
		SkillEvidence evidence = skill.evidence();
		return number((evidence != null) ? evidence.level() : 0);
	}

	/** What a skill is counted by. */
	public String evidence(SkillMatch skill) {
		SkillEvidence evidence = skill.evidence();
		if (evidence == null) {
			return message("matching.evidence.none");
		}
		if (!evidence.held().isStated()) {
			return partly(evidence);
		}
		Object[] args = { evidence.held().countedLevel(), message("skills.level." + evidence.held().level()),
				evidence.held().countedYears(), String.valueOf(evidence.held().lastUsed()), number(evidence.level()),
				(evidence.through() != null) ? evidence.through() : "", evidence.percent() };
		String said = message((evidence.through() != null) ? "matching.evidence.through" : "matching.evidence", args);
		return evidence.isFaded() ? said + " " + message("matching.evidence.faded", args) : said;
	}

	/** Evidence of which something is not stated: what that is, and what it counts as. */
	private String partly(SkillEvidence evidence) {
		SkillHeld held = evidence.held();
		String level = message(
				(held.level() != null) ? "matching.evidence.level.stated" : "matching.evidence.level.unstated",
				held.countedLevel(), message("skills.level." + held.countedLevel()));
		String years = (held.years() != null) ? message("matching.evidence.years", held.years())
				: message("matching.evidence.years.unstated");
		String used = (held.lastUsed() != null) ? message("matching.evidence.used", String.valueOf(held.lastUsed()))
				: message("matching.evidence.used.unstated");
		String through = evidence.through();
		String said = (through != null)
				? message("matching.evidence.partly.through", through, level, years, used, evidence.percent())
				: StringUtils.capitalize(message("matching.evidence.partly", level, years, used));
		return evidence.isFaded() ? said + " " + message("matching.evidence.counted", number(evidence.level())) : said;
	}

	/** What easing one condition brings. */
	public String gain(Relaxations.Gain gain, Demand demand) {
		BigDecimal cap = demand.cap();
		if (gain.relaxation().kind() == Relaxation.Kind.CAP && cap != null) {
			return message("matching.gain.cap", gain.more(), this.formats.rate(cap, demand.currency()),
					this.formats.rate(gain.relaxation().cap(), demand.currency()));
		}
		return message("matching.gain", gain.more(), eased(gain.relaxation(), demand));
	}

	/** A condition that is eased. */
	public String eased(Relaxation one, Demand demand) {
		return switch (one.kind()) {
			case SKILL -> message("matching.eased.SKILL", skill(one.subject()));
			case CAP -> message("matching.eased.CAP", this.formats.rate(one.cap(), demand.currency()));
			case START -> message("matching.eased.START", this.formats.date(one.start()));
			case LANGUAGE -> {
				String language = Locale.forLanguageTag(one.subject()).getDisplayLanguage(Locale.ENGLISH);
				yield (one.level() != null) ? message("matching.eased.LANGUAGE", language, one.level())
						: message("matching.eased.LANGUAGE.none", language);
			}
			case OVERLAP -> message("matching.eased.OVERLAP", one.hours());
			case MODE -> message("matching.eased.MODE", message("consultants.mode." + one.mode()));
			case ROLE -> message("matching.eased.ROLE", message("consultants.role." + one.role()));
		};
	}

	private String skill(String id) {
		return this.taxonomy.all()
			.stream()
			.filter((skill) -> String.valueOf(skill.id()).equals(id))
			.map(Skill::name)
			.findFirst()
			.orElse(id);
	}

	/** What keeps a person from fitting. */
	public String excluded(Assessment match) {
		return message("matching.excluded",
				match.limits()
					.stream()
					.map((limit) -> message("matching.limit." + limit))
					.collect(Collectors.joining(", ")));
	}

	public String hours(double hours) {
		return message("matching.team.hours.of", number(hours));
	}

	/** Whether a team is the best for its aim, or how far from it it may be. */
	public String proof(Team team) {
		if (team.proven()) {
			return message("matching.team.proven");
		}
		Object gap = switch (team.aim()) {
			case BEST_FIT -> number(team.gap() / 10.0);
			case LOWEST_COST -> this.formats.money(BigDecimal.valueOf(team.gap(), Teams.DECIMALS),
					team.cost().currency().getCurrencyCode());
			case EARLIEST_START -> team.gap();
		};
		return message("matching.team.unproven." + team.aim(), gap);
	}

	/** A whole match, sentence by sentence, for a document. */
	public String say(Assessment match) {
		String skills = match.outcomes()
			.entrySet()
			.stream()
			.map((group) -> message("matching.outcome.sentence." + group.getKey(), names(group.getValue())))
			.collect(Collectors.joining(" "));
		String rest = match.reasons()
			.stream()
			.filter((reason) -> !reason.key().startsWith("matching.reason.skills"))
			.filter((reason) -> !reason.key().endsWith(".none"))
			.map(this::say)
			.collect(Collectors.joining(" "));
		String all = (skills + " " + rest).strip();
		return all.substring(0, Math.min(all.length(), LONGEST));
	}

	private static PartScore part(Assessment match, Part part) {
		return match.parts().get(part.ordinal());
	}

	private static String names(List<SkillMatch> skills) {
		return skills.stream().map(SkillMatch::name).collect(Collectors.joining(", "));
	}

	private static String some(List<String> names) {
		return names.stream().limit(NAMED).collect(Collectors.joining(", "));
	}

	/** Rounded down to one decimal, as the language writes it. */
	private String number(double number) {
		return this.formats.plain(BigDecimal.valueOf(Math.floor(number * 10) / 10));
	}

	private Object argument(Object argument) {
		if (argument instanceof LocalDate date) {
			return this.formats.date(date);
		}
		if (argument instanceof DayCount days) {
			return days.days();
		}
		if (argument instanceof Money money) {
			return this.formats.rate(money.amount(), money.currency().getCurrencyCode());
		}
		if (argument instanceof Seniority seniority) {
			return message("consultants.seniority." + seniority);
		}
		if (argument instanceof JobRole role) {
			return message("consultants.role." + role);
		}
		if (argument instanceof WorkMode mode) {
			return message("consultants.mode." + mode);
		}
		if (argument instanceof Locale language) {
			return language.getDisplayLanguage(this.locale);
		}
		if (argument instanceof Double number) {
			return number(number);
		}
		return (argument instanceof Integer || argument instanceof Long) ? argument : String.valueOf(argument);
	}

	private String message(String key, Object... args) {
		return this.messages.getMessage(key, args, this.locale);
	}

}
