package org.muster.skills;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.muster.accounts.CurrentUser;
import org.muster.accounts.NotFound;
import org.muster.audit.AuditAct;
import org.muster.audit.Audited;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What administrators do to the taxonomy. */
@Component
class TaxonomyEditing {

	private final Skills skills;

	private final Taxonomy taxonomy;

	private final UnansweredWords words;

	private final ApplicationEventPublisher events;

	TaxonomyEditing(Skills skills, Taxonomy taxonomy, UnansweredWords words, ApplicationEventPublisher events) {
		this.skills = skills;
		this.taxonomy = taxonomy;
		this.words = words;
		this.events = events;
	}

	/**
	 * What an administrator says of a skill.
	 *
	 * @param spellings the name's first
	 * @param deciding words that speak for the skill where its spelling does not
	 * @param implied strengths in per cent by the id of the implied skill
	 */
	record Content(SkillKind kind, List<Spelling> spellings, List<String> deciding, Map<Long, Integer> implied) {
	}

	@Transactional(readOnly = true)
	Skill require(long id) {
		return this.skills.findById(id).orElseThrow(NotFound::new).whole();
	}

	/** The other skill that has a spelling already, if one has. */
	Optional<Skill> owner(Spelling spelling, @Nullable Long except) {
		return this.taxonomy.find(spelling.text()).filter((skill) -> except == null || skill.id() != except);
	}

	/** Whether a skill would imply itself, directly or by way of others. */
	boolean leadsBack(long id, Set<Long> implied) {
		Deque<Long> open = new ArrayDeque<>(implied);
		Set<Long> seen = new HashSet<>();
		while (!open.isEmpty()) {
			long next = open.pop();
			if (next == id) {
				return true;
			}
			if (seen.add(next)) {
				open.addAll(this.taxonomy.get(next).implied().keySet());
			}
		}
		return false;
	}

	@Transactional
	long add(Content content, CurrentUser user) {
		Skill skill = this.skills.save(new Skill(content.spellings().get(0).text(), content.kind()));
		edit(skill, content);
		this.events.publishEvent(new Audited(user.actor(), null, AuditAct.SKILL_ADDED, subject(skill), skill.name()));
		return skill.id();
	}

	/**
	 * @param version that was read before
	 * @return the newer version, if somebody changed the skill since then
	 */
	@Transactional
	Optional<Long> change(long id, long version, Content content, CurrentUser user) {
		Skill skill = require(id);
		if (skill.version() != version) {
			return Optional.of(skill.version());
		}
		String before = skill.name();
		edit(skill, content);
		String detail = before.equals(skill.name()) ? before : before + " → " + skill.name();
		this.events.publishEvent(new Audited(user.actor(), null, AuditAct.SKILL_CHANGED, subject(skill), detail));
		return Optional.empty();
	}

	private void edit(Skill skill, Content content) {
		skill.edit(content.kind(), content.spellings(), content.deciding(), content.implied());
		this.words.answered(content.spellings());
		changed();
	}

	private void changed() {
		this.taxonomy.changed();
		this.events.publishEvent(new TaxonomyEdited());
	}

	/** Adds a way to write a skill, such as a word that nobody knew. */
	@Transactional
	void spell(long id, String synonym, CurrentUser user) {
		Skill skill = require(id);
		edit(skill,
				new Content(skill.kind(),
						Stream.concat(skill.spellings().stream(), Stream.of(Spelling.parse(synonym))).toList(),
						List.copyOf(skill.deciding()), Map.copyOf(skill.implied())));
		this.events.publishEvent(
				new Audited(user.actor(), null, AuditAct.SKILL_CHANGED, subject(skill), skill.name() + ": " + synonym));
	}

	/** Makes one skill of two: profiles, requests and implications follow. */
	@Transactional
	void merge(long from, long into, CurrentUser user) {
		Skill gone = require(from);
		Skill kept = require(into);
		this.events.publishEvent(new SkillsMerged(from, into));
		this.skills.findAllWithImplied().forEach((skill) -> {
			if (skill != gone) {
				skill.implyInstead(gone, kept);
			}
		});
		List<Spelling> spellings = gone.spellings();
		gone.forgetSpellingsAndImplications();
		this.skills.flush();
		this.skills.delete(gone);
		this.skills.flush();
		kept.absorb(spellings, gone.deciding());
		changed();
		this.events.publishEvent(new Audited(user.actor(), null, AuditAct.SKILL_MERGED, subject(kept),
				gone.name() + " → " + kept.name()));
	}

	private static String subject(Skill skill) {
		return "S-" + skill.id();
	}

}
