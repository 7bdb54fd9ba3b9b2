package org.muster.talentsearch;

import java.time.Instant;
import java.util.Objects;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import org.jspecify.annotations.Nullable;

/** A search that somebody comes back to. */
@Entity
class SavedSearch {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private @Nullable Long id;

	private long accountId;

	private String name;

	private String query;

	private Instant createdAt;

	@SuppressWarnings("NullAway.Init")
	protected SavedSearch() {
	}

	SavedSearch(long accountId, String name, String query, Instant createdAt) {
		this.accountId = accountId;
		this.name = name;
		this.query = query;
		this.createdAt = createdAt;
	}

	void change(String query) {
		this.query = query;
	}

	public long id() {
		return Objects.requireNonNull(this.id);
	}

	public String name() {
		return this.name;
	}

	public String query() {
		return this.query;
	}

}
