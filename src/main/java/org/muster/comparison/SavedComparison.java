package org.muster.comparison;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.MapKeyEnumerated;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import org.muster.accounts.CurrentUser;

/** What a client assumes otherwise, for one request. */
@Entity
@Table(name = "request_comparison")
class SavedComparison {

	@Id
	private long requestId;

	@ElementCollection
	@CollectionTable(name = "request_assumption", joinColumns = @JoinColumn(name = "request_id"))
	@MapKeyColumn(name = "name")
	@MapKeyEnumerated(EnumType.STRING)
	@Column(name = "amount")
	private Map<Assumption, BigDecimal> values = new HashMap<>();

	private String changedByName;

	private Instant changedAt;

	@Version
	private long version;

	@SuppressWarnings("NullAway.Init")
	protected SavedComparison() {
	}

	SavedComparison(long requestId, CurrentUser by, Instant now) {
		this.requestId = requestId;
		this.changedByName = by.name();
		this.changedAt = now;
	}

	/**
	 * @param others those that differ from the defaults
	 * @throws IllegalArgumentException if one is out of its bounds
	 */
	void assume(Map<Assumption, BigDecimal> others, CurrentUser by, Instant now) {
		others.forEach((one, value) -> {
			if (!one.takes(value)) {
				throw new IllegalArgumentException(one + " cannot be " + value);
			}
		});
		this.values.clear();
		this.values.putAll(others);
		this.changedByName = by.name();
		this.changedAt = now;
	}

	Map<Assumption, BigDecimal> values() {
		Map<Assumption, BigDecimal> values = new EnumMap<>(Assumption.class);
		values.putAll(this.values);
		return values;
	}

	public String changedByName() {
		return this.changedByName;
	}

	public Instant changedAt() {
		return this.changedAt;
	}

	long version() {
		return this.version;
	}

}
