package org.muster.forms;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import org.jspecify.annotations.Nullable;

/** The text is a date between 2000 and 2199, or empty. */
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = DateText.Validator.class)
public @interface DateText {

	String message() default "{forms.date}";

	Class<?>[] groups() default {};

	Class<? extends Payload>[] payload() default {};

	/** Reads it as {@link Inputs#date} does. */
	class Validator implements ConstraintValidator<DateText, String> {

		@Override
		public boolean isValid(@Nullable String text, ConstraintValidatorContext context) {
			return Inputs.isEmpty(text) || Inputs.date(text) != null;
		}

	}

}
