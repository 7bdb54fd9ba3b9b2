package org.muster.skills;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.muster.forms.SearchText;
import org.muster.operations.SharedVersions;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The skills by name and synonym. It fits into memory, and seldom changes: every node
 * looks once a second whether another has changed it.
 */
@Component
public class Taxonomy {

	private static final String NAME = "taxonomy";

	private final Skills skills;

	private final TransactionTemplate transaction;

	private final SharedVersions versions;

	private final ApplicationEventPublisher events;

	private volatile @Nullable Contents contents;

	Taxonomy(Skills skills, TransactionTemplate transaction, SharedVersions versions,
			ApplicationEventPublisher events) {
		this.skills = skills;
		this.transaction = transaction;
		this.versions = versions;
		this.events = events;
	}

	/** Every skill, by name. */
	public Collection<Skill> all() {
		return contents().byId().values();
	}

	/** The ids of the skills of which a text is part of the name or of a synonym. */
	Set<Long> search(String text) {
		return all().stream()
			.filter((skill) -> text.isBlank() || Stream.concat(Stream.of(skill.name()), skill.synonyms().stream())
				.anyMatch((name) -> SearchText.contains(name, text)))
			.map(Skill::id)
			.collect(Collectors.toSet());
	}

	/** The skill of a name or a synonym, in whatever case. */
	public Optional<Skill> find(String nameOrSynonym) {
		return Optional.ofNullable(contents().byName().get(key(nameOrSynonym)));
	}

	/**
	 * @throws IllegalArgumentException if there is none of that id
	 */
	public Skill get(long id) {
		Skill skill = contents().byId().get(id);
		if (skill == null) {
			// Another node may just have added it.
			follow();
			skill = contents().byId().get(id);
		}
		if (skill == null) {
			throw new IllegalArgumentException("No skill has the id " + id);
		}
		return skill;
	}

	/** No skill has a higher id. */
	public int highestId() {
		return contents().byId().keySet().stream().mapToInt(Long::intValue).max().orElse(0);
	}

	/** Skills whose name or synonym is close to what was typed, for "did you mean". */
	public List<String> near(String typed) {
		String sought = key(typed);
		return contents().byName()
			.entrySet()
			.stream()
			.filter((entry) -> sought.length() >= 2
					&& (entry.getKey().startsWith(sought) || sought.startsWith(entry.getKey())))
			.map((entry) -> entry.getValue().name())
			.distinct()
			.sorted()
			.limit(3)
			.toList();
	}

	/** Nobody else changes it before the current transaction ends. */
	void lock() {
		this.versions.lock(NAME);
	}

	/** Every node reads it again once the change of the current transaction is kept. */
	void changed() {
		this.versions.raise(NAME);
		TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
			@Override
			public void afterCommit() {
				forget();
			}
		});
	}

	/** On every node: each has read the taxonomy for itself. */
	@Scheduled(fixedDelay = 1000)
	void follow() {
		Contents loaded = this.contents;
		if (loaded != null && loaded.version() != this.versions.of(NAME)) {
			forget();
			this.events.publishEvent(new TaxonomyEdited());
		}
	}

	private Contents contents() {
		Contents loaded = this.contents;
		return (loaded != null) ? loaded : loaded();
	}

	/** Waits for a reading that began before the change. */
	private synchronized void forget() {
		this.contents = null;
	}

	private synchronized Contents loaded() {
		Contents loaded = this.contents;
		if (loaded == null) {
			loaded = this.transaction.execute((status) -> load());
			this.contents = loaded.byId().isEmpty() ? null : loaded;
		}
		return loaded;
	}

	private Contents load() {
		long version = this.versions.of(NAME);
		this.skills.findAllWithSynonyms();
		Map<Long, Skill> byId = new LinkedHashMap<>();
		Map<String, Skill> byName = new HashMap<>();
		this.skills.findAllWithImplied()
			.stream()
			.sorted((one, other) -> one.name().compareToIgnoreCase(other.name()))
			.forEach((skill) -> {
				byId.put(skill.id(), skill);
				byName.put(key(skill.name()), skill);
				skill.synonyms().forEach((synonym) -> byName.putIfAbsent(key(synonym), skill));
			});
		return new Contents(version, byId, byName);
	}

	private static String key(String text) {
		return text.strip().toLowerCase(Locale.ROOT);
	}

	private record Contents(long version, Map<Long, Skill> byId, Map<String, Skill> byName) {
	}

}
