package org.muster.requests;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import org.muster.forms.Formats;
import org.muster.skills.Taxonomy;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** All that a request asks for, in words. */
@Component
class RequestWords {

	private static final List<String> COMPARABLE = List.of("consultants.role", "requests.position.years",
			"consultants.skills", "consultants.languages", "requests.position.workMode", "requests.position.timeZone",
			"requests.position.country", "requests.schedule.earliestStart", "requests.schedule.latestStart",
			"requests.schedule.end", "requests.schedule.days", "requests.schedule.daysPerWeek", "requests.budget.cap",
			"requests.budget.sum");

	private final MessageSource messages;

	private final Taxonomy taxonomy;

	private final Formats formats;

	RequestWords(MessageSource messages, Taxonomy taxonomy, Formats formats) {
		this.messages = messages;
		this.taxonomy = taxonomy;
		this.formats = formats;
	}

	/** By what each thing is called, in the order of the steps. */
	Map<String, String> of(StaffingRequest request) {
		Map<String, String> words = new LinkedHashMap<>();
		words.put(message("requests.request.title"), request.title());
		request.goals()
			.forEach((kind, goal) -> words.put(message("requests.goal." + kind), goal.measure()
					+ ((goal.reviewOn() != null) ? " (" + this.formats.date(goal.reviewOn()) + ")" : "")));
		request.positions().forEach((position) -> position(position, words));
		request.schedule().ifPresent((schedule) -> {
			words.put(message("requests.schedule.earliestStart"), this.formats.date(schedule.earliestStart()));
			words.put(message("requests.schedule.latestStart"), this.formats.date(schedule.latestStart()));
			if (schedule.end() != null) {
				words.put(message("requests.schedule.end"), this.formats.date(schedule.end()));
			}
			if (schedule.days() != null) {
				words.put(message("requests.schedule.days"), this.formats.days(schedule.days()));
			}
			words.put(message("requests.schedule.daysPerWeek"), this.formats.days(schedule.daysPerWeek()));
		});
		words.put(message("requests.budget.cap"), this.formats.rate(request.rateCap(), request.currency()));
		words.put(message("requests.budget.sum"), this.formats.rate(request.budget(), request.currency()));
		return words;
	}

	/**
	 * Whether an offer can be held against what is called so; what is not, such as a
	 * goal, has to be read.
	 */
	boolean isComparable(String label) {
		String prefix = message("requests.position") + " ";
		String name = label.startsWith(prefix) ? label.substring(label.indexOf(": ") + 2) : label;
		return COMPARABLE.stream().anyMatch((key) -> message(key).equals(name));
	}

	private void position(Position position, Map<String, String> words) {
		String name = message("requests.position") + " " + position.number() + ": ";
		words.put(name + message("consultants.role"),
				message("requests.position.name", position.headCount(), message("consultants.role." + position.role()),
						message("consultants.seniority." + position.seniority())));
		words.put(name + message("requests.position.years"), String.valueOf(position.years()));
		words.put(name + message("requests.position.responsibilities"), position.responsibilities());
		words.put(name + message("consultants.skills"),
				position.skills()
					.stream()
					.map((skill) -> this.taxonomy.get(skill.skillId()).name() + " " + skill.level()
							+ (skill.isRequired() ? "" : " (" + message("requests.necessity.NICE_TO_HAVE") + ")"))
					.collect(Collectors.joining(", ")));
		words.put(name + message("consultants.languages"),
				position.languages()
					.entrySet()
					.stream()
					.sorted(Map.Entry.comparingByKey())
					.map((one) -> this.formats.language(one.getKey()) + " " + one.getValue())
					.collect(Collectors.joining(", ")));
		words.put(name + message("requests.position.workMode"), message("consultants.mode." + position.workMode()));
		String zone = position.timeZone();
		if (zone != null) {
			words.put(name + message("requests.position.timeZone"), zone + ", " + position.overlapHours() + " h");
		}
		String country = position.country();
		if (country != null) {
			words.put(name + message("requests.position.country"), this.formats.country(country));
		}
	}

	private String message(String key, Object... args) {
		return this.messages.getMessage(key, args, Locale.ENGLISH);
	}

}
