package org.muster.consultants;

import java.time.LocalDate;
import java.util.Objects;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityListeners;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;
import org.muster.availability.AbsenceKind;
import org.muster.availability.AbsenceRow;
import org.muster.calendar.Allocation;
import org.muster.calendar.Period;
import org.muster.icalendar.CalendarEntry;
import org.muster.icalendar.CalendarVersion;
import org.muster.icalendar.KnownAbsence;
import org.muster.indexing.PoolChanges;
import org.muster.indexing.PoolPart;

/**
 * A time when a consultant is on leave, or engaged by somebody, on some weekdays or all.
 */
@Entity
@EntityListeners(PoolChanges.class)
@Table(name = "consultant_absence")
class Absence implements KnownAbsence, PoolPart {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private @Nullable Long id;

	@ManyToOne(fetch = FetchType.LAZY)
	private Consultant consultant;

	@Enumerated(EnumType.STRING)
	private AbsenceKind kind;

	private LocalDate startsOn;

	private LocalDate endsOn;

	private Allocation allocation;

	private boolean afternoon;

	/** The reference of what made it, so that it is made once. */
	private @Nullable String source;

	/** Of the event of a calendar, if it is from one and says of which version. */
	@Embedded
	private @Nullable CalendarVersion version;

	@SuppressWarnings("NullAway.Init")
	protected Absence() {
	}

	Absence(Consultant consultant, AbsenceKind kind, Period period, Allocation allocation, @Nullable String source) {
		this(consultant, kind, period, allocation, false, source);
	}

	/**
	 * @param afternoon whether half days are afternoons
	 */
	Absence(Consultant consultant, AbsenceKind kind, Period period, Allocation allocation, boolean afternoon,
			@Nullable String source) {
		this.afternoon = afternoon;
		this.consultant = consultant;
		this.kind = kind;
		this.startsOn = period.from();
		this.endsOn = period.to();
		this.allocation = allocation;
		this.source = source;
	}

	Absence(Consultant consultant, CalendarEntry entry) {
		this(consultant, entry.kind(), entry.period(), entry.allocation(), entry.afternoon(),
				entry.source().toString());
		this.version = entry.version();
	}

	@Override
	public void confirm(CalendarVersion later) {
		this.version = later;
	}

	@Override
	public AbsenceKind kind() {
		return this.kind;
	}

	@Override
	public Allocation allocation() {
		return this.allocation;
	}

	@Override
	public boolean afternoon() {
		return this.afternoon;
	}

	@Override
	public CalendarVersion version() {
		return (this.version != null) ? this.version : CalendarVersion.NONE;
	}

	void becomes(AbsenceKind other) {
		this.kind = other;
	}

	long id() {
		return Objects.requireNonNull(this.id);
	}

	@Override
	public long consultantId() {
		return this.consultant.id();
	}

	AbsenceRow row() {
		return new AbsenceRow(id(), this.source, this.consultant.id(), this.kind, this.startsOn, this.endsOn,
				this.allocation, this.afternoon);
	}

	/** Whether it was entered here, and not by an offer or an engagement. */
	boolean isOwn() {
		return row().isOwn();
	}

	@Override
	public Period period() {
		return new Period(this.startsOn, this.endsOn);
	}

	/** Whether it was made by the same, for the same days and reason. */
	boolean isSame(Absence other) {
		return this.kind == other.kind && period().equals(other.period()) && this.allocation.equals(other.allocation)
				&& this.afternoon == other.afternoon && Objects.equals(this.source, other.source);
	}

	@Override
	public @Nullable String source() {
		return this.source;
	}

}
