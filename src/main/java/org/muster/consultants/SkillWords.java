package org.muster.consultants;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** How a skill that is held is written on pages: what is stated, and what is not. */
@Component
public class SkillWords {

	private final MessageSource messages;

	SkillWords(MessageSource messages) {
		this.messages = messages;
	}

	/** Proficient, 8 years, last in 2025. */
	public String held(SkillHeld held) {
		List<String> parts = parts(held);
		if (held.lastUsed() != null) {
			parts.add(message("consultants.skill.last", String.valueOf(held.lastUsed())));
		}
		return String.join(", ", parts);
	}

	/** Proficient, 8 years. */
	public String brief(SkillHeld held) {
		return String.join(", ", parts(held));
	}

	private List<String> parts(SkillHeld held) {
		List<String> parts = new ArrayList<>();
		parts.add(level(held.level()));
		if (held.years() != null) {
			parts.add(message("consultants.skill.years", held.years()));
		}
		return parts;
	}

	private String level(@Nullable Integer level) {
		return (level != null) ? message("skills.level." + level) : message("consultants.skill.level.unstated");
	}

	private String message(String key, Object... arguments) {
		return this.messages.getMessage(key, arguments, Locale.ENGLISH);
	}

}
