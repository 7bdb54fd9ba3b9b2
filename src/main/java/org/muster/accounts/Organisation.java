package org.muster.accounts;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Objects;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.PrePersist;
import jakarta.persistence.PreUpdate;
import jakarta.persistence.Version;
import org.jspecify.annotations.Nullable;
import org.muster.audit.RefusedTransition;
import org.muster.calendar.CountryZones;
import org.muster.calendar.Place;
import org.muster.forms.SearchText;
import org.muster.money.VatTerritory;

/** A client company. Everything that a client can see belongs to exactly one. */
@Entity
public class Organisation {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private @Nullable Long id;

	private String reference;

	private String name;

	private String country;

	private @Nullable String region;

	/** As chosen, or {@code null} for that of the region or country. */
	private @Nullable String timeZone;

	private String currency;

	private @Nullable String vatNumber;

	private @Nullable String address;

	/** Its code, or {@code null} for that of the region or address. */
	private @Nullable String taxTerritory;

	@ManyToOne(fetch = FetchType.LAZY)
	private @Nullable Account accountManager;

	/** Whether an approver has to submit requests. */
	private boolean approvalRequired;

	/** Whether whoever accepts an offer has to give the number of an order. */
	private boolean purchaseOrderRequired;

	private Instant createdAt;

	private @Nullable Instant archivedAt;

	private @Nullable String archivedByName;

	/** The name as searches compare it. */
	private @Nullable String searchName;

	@Version
	private long version;

	@SuppressWarnings("NullAway.Init")
	protected Organisation() {
	}

	@PrePersist
	@PreUpdate
	void keepSearchable() {
		this.searchName = SearchText.column(600, this.name);
	}

	/**
	 * @param place whose public holidays its people keep
	 * @param currency ISO 4217
	 */
	public Organisation(String reference, String name, Place place, String currency, @Nullable String vatNumber,
			@Nullable String address, @Nullable Account accountManager, Instant createdAt) {
		this.reference = reference;
		this.name = name;
		this.country = place.country();
		this.region = place.region();
		this.currency = currency;
		this.vatNumber = vatNumber;
		this.address = address;
		this.accountManager = accountManager;
		this.createdAt = createdAt;
	}

	/**
	 * What drafts in work take up when they are calculated next; what was sent stays.
	 * @param place whose public holidays its people keep
	 * @param currency ISO 4217, of requests made from now on
	 * @param taxTerritory its code, or {@code null} for that of the region or address
	 */
	void change(String name, Place place, @Nullable String taxTerritory, String currency, @Nullable String vatNumber,
			@Nullable String address, @Nullable Account accountManager) {
		this.name = name;
		this.country = place.country();
		this.region = place.region();
		this.taxTerritory = taxTerritory;
		this.currency = currency;
		this.vatNumber = vatNumber;
		this.address = address;
		this.accountManager = accountManager;
	}

	/**
	 * @param timeZone one of those of its country, or {@code null} for that of the region
	 * or country
	 */
	void goBy(@Nullable String timeZone) {
		this.timeZone = timeZone;
	}

	/** No new work begins for it; what there is goes on. */
	void archive(String by, Instant now) {
		this.archivedByName = by;
		this.archivedAt = now;
	}

	void reactivate() {
		this.archivedByName = null;
		this.archivedAt = null;
	}

	/**
	 * Whether its tax territory was chosen, or can be told from the region or the
	 * postcode; else it is assumed to be the main one of the country.
	 */
	public boolean isVatTerritoryKnown() {
		return VatTerritory.isKnown(this.taxTerritory, this.country, this.region, this.address);
	}

	public boolean isArchived() {
		return this.archivedAt != null;
	}

	/**
	 * @throws RefusedTransition if it is archived
	 */
	public void requireActive() {
		if (this.archivedAt != null) {
			throw new RefusedTransition(this.reference, "accounts.organisation.state.ARCHIVED",
					Objects.requireNonNullElse(this.archivedByName, ""), this.archivedAt);
		}
	}

	public long id() {
		return Objects.requireNonNull(this.id);
	}

	public String reference() {
		return this.reference;
	}

	public String name() {
		return this.name;
	}

	public Place place() {
		return new Place(this.country, this.region);
	}

	/**
	 * By whose clock its days begin and end: as chosen, or that of its region or country.
	 */
	public ZoneId zone() {
		return CountryZones.clock(place(), this.timeZone);
	}

	/** As chosen, or {@code null} for that of the region or country. */
	public @Nullable String timeZone() {
		return this.timeZone;
	}

	/** Whether its country has several time zones, and nothing says which is its own. */
	public boolean isZoneAssumed() {
		return this.timeZone == null && CountryZones.isAssumed(place());
	}

	/** Which day it is there. */
	public LocalDate today(Clock clock) {
		return clock.instant().atZone(zone()).toLocalDate();
	}

	/** Where its VAT is: as chosen, or by its region or the postcode in its address. */
	public VatTerritory vatTerritory() {
		return VatTerritory.of(this.taxTerritory, this.country, this.region, this.address);
	}

	/** As chosen, or {@code null} for that of the region or address. */
	public @Nullable String taxTerritory() {
		return this.taxTerritory;
	}

	public String currency() {
		return this.currency;
	}

	public @Nullable String vatNumber() {
		return this.vatNumber;
	}

	public @Nullable String address() {
		return this.address;
	}

	public @Nullable Account accountManager() {
		return this.accountManager;
	}

	/** Whether an approver has to submit requests. */
	public boolean isApprovalRequired() {
		return this.approvalRequired;
	}

	void requireApproval(boolean required) {
		this.approvalRequired = required;
	}

	/** Whether whoever accepts an offer has to give the number of an order. */
	public boolean isPurchaseOrderRequired() {
		return this.purchaseOrderRequired;
	}

	void requirePurchaseOrder(boolean required) {
		this.purchaseOrderRequired = required;
	}

	public Instant createdAt() {
		return this.createdAt;
	}

	public long version() {
		return this.version;
	}

}
