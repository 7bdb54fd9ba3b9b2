package org.muster.calendar;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.jspecify.annotations.Nullable;

/** Keeps a number of days as its half days. */
@Converter(autoApply = true)
public class DayCountConverter implements AttributeConverter<DayCount, Integer> {

	@Override
	public @Nullable Integer convertToDatabaseColumn(@Nullable DayCount days) {
		return (days != null) ? days.halves() : null;
	}

	@Override
	public @Nullable DayCount convertToEntityAttribute(@Nullable Integer halves) {
		return (halves != null) ? new DayCount(halves) : null;
	}

}
