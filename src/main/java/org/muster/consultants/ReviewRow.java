package org.muster.consultants;

import java.time.LocalDate;

/** A review as a page shows it: each part from 1 to 5. */
public record ReviewRow(long consultantId, int delivery, int communication, int skill, String text,
		LocalDate writtenOn) {
}
