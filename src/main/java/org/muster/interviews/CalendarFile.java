package org.muster.interviews;

import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.Locale;

import biweekly.Biweekly;
import biweekly.ICalVersion;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.property.Method;
import biweekly.property.Status;
import org.muster.consultants.Consultant;
import org.muster.forms.PublicAddress;
import org.muster.requests.Position;
import org.muster.requests.StaffingRequest;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** An interview as an iCalendar file (RFC 5545). */
@Component
class CalendarFile {

	private final PublicAddress address;

	private final MessageSource messages;

	private final Clock clock;

	CalendarFile(PublicAddress address, MessageSource messages, Clock clock) {
		this.address = address;
		this.messages = messages;
		this.clock = clock;
	}

	/**
	 * A calendar that has read the file before replaces the entry, and takes it out where
	 * the interview was called off.
	 * @param start the time that is, or was, confirmed
	 */
	String write(Interview interview, Instant start, Consultant consultant, StaffingRequest request,
			Position position) {
		boolean off = interview.status() != InterviewStatus.CONFIRMED;
		VEvent event = new VEvent();
		event.setUid(interview.reference() + "@muster");
		event.setSequence(Math.toIntExact(interview.version()));
		event.setDateTimeStamp(Date.from(this.clock.instant()));
		event.setDateStart(Date.from(start), true);
		event.setDateEnd(Date.from(start.plus(Slot.LENGTH)), true);
		event.setSummary(say("interviews.calendar.summary", consultant.name(),
				say("consultants.role." + position.role()), request.title()));
		event.setDescription(
				say("interviews.calendar.description", request.reference()) + (position.questions().isEmpty() ? ""
						: "\n\n" + say("requests.questions") + "\n- " + String.join("\n- ", position.questions())));
		event.setUrl(this.address.of("/interviews/" + interview.reference()));
		event.setStatus(off ? Status.cancelled() : Status.confirmed());
		ICalendar calendar = new ICalendar();
		calendar.setProductId("-//Muster//Interviews//EN");
		calendar.setMethod(off ? Method.cancel() : Method.publish());
		calendar.addEvent(event);
		return Biweekly.write(calendar).version(ICalVersion.V2_0).go();
	}

	private String say(String key, Object... arguments) {
		return this.messages.getMessage(key, arguments, Locale.ENGLISH);
	}

}
