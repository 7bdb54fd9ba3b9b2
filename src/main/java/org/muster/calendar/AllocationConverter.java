package org.muster.calendar;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.jspecify.annotations.Nullable;

/** Keeps an allocation as its text, {@code MON,TUE,WED/2}. */
@Converter(autoApply = true)
public class AllocationConverter implements AttributeConverter<Allocation, String> {

	@Override
	public @Nullable String convertToDatabaseColumn(@Nullable Allocation allocation) {
		return (allocation != null) ? allocation.toString() : null;
	}

	@Override
	public @Nullable Allocation convertToEntityAttribute(@Nullable String text) {
		return (text != null) ? Allocation.parse(text) : null;
	}

}
