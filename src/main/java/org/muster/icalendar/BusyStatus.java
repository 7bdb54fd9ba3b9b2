package org.muster.icalendar;

import java.util.Locale;

import biweekly.component.VEvent;
import biweekly.parameter.FreeBusyType;
import biweekly.parameter.ParticipationStatus;
import biweekly.property.RawProperty;
import org.jspecify.annotations.Nullable;
import org.muster.availability.AbsenceKind;

/** Whether a calendar entry takes a person's time. */
enum BusyStatus {

	BUSY, TENTATIVE, FREE, CANCELLED;

	/**
	 * What Outlook says of an event comes before what the standard says, for Outlook
	 * writes both.
	 * @param person the e-mail address of the person, who may have declined
	 */
	static BusyStatus of(VEvent event, String person) {
		if (event.getStatus() != null && event.getStatus().isCancelled()) {
			return CANCELLED;
		}
		if (isDeclined(event, person)) {
			return FREE;
		}
		BusyStatus outlook = ofOutlook(event);
		boolean transparent = event.getTransparency() != null && event.getTransparency().isTransparent();
		if (outlook == FREE || (outlook == null && transparent)) {
			return FREE;
		}
		boolean tentative = outlook == TENTATIVE || (event.getStatus() != null && event.getStatus().isTentative());
		return tentative ? TENTATIVE : BUSY;
	}

	private static boolean isDeclined(VEvent event, String person) {
		return event.getAttendees()
			.stream()
			.filter((attendee) -> person.equalsIgnoreCase(attendee.getEmail()))
			.anyMatch((attendee) -> attendee.getParticipationStatus() == ParticipationStatus.DECLINED);
	}

	/**
	 * An invitation without an answer is tentative; what it is to become stands apart.
	 */
	private static @Nullable BusyStatus ofOutlook(VEvent event) {
		BusyStatus present = ofOutlook(event.getExperimentalProperty("X-MICROSOFT-CDO-BUSYSTATUS"));
		BusyStatus intended = ofOutlook(event.getExperimentalProperty("X-MICROSOFT-CDO-INTENDEDSTATUS"));
		return (present == null || (present == TENTATIVE && intended == FREE)) ? intended : present;
	}

	private static @Nullable BusyStatus ofOutlook(@Nullable RawProperty property) {
		return (property == null || property.getValue() == null) ? null
				: switch (property.getValue().strip().toUpperCase(Locale.ROOT)) {
					case "FREE", "WORKINGELSEWHERE" -> FREE;
					case "TENTATIVE" -> TENTATIVE;
					case "BUSY", "OOF" -> BUSY;
					default -> null;
				};
	}

	/**
	 * @param type busy unless something else is said
	 */
	static BusyStatus of(@Nullable FreeBusyType type) {
		if (type == FreeBusyType.FREE) {
			return FREE;
		}
		return (type == FreeBusyType.BUSY_TENTATIVE) ? TENTATIVE : BUSY;
	}

	boolean takesTime() {
		return this == BUSY || this == TENTATIVE;
	}

	AbsenceKind kind() {
		return (this == TENTATIVE) ? AbsenceKind.TENTATIVE : AbsenceKind.LEAVE;
	}

}
