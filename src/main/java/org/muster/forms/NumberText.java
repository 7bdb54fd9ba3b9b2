package org.muster.forms;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.math.BigDecimal;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import org.jspecify.annotations.Nullable;

/** The text is a number within bounds and of a grain, or empty. */
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = NumberText.Validator.class)
public @interface NumberText {

	/** The least value. */
	String min();

	/** The greatest value. */
	String max();

	/** The value is a multiple of this: 1 for whole numbers, 0.5 for half days. */
	String step() default "1";

	String message() default "{forms.number}";

	Class<?>[] groups() default {};

	Class<? extends Payload>[] payload() default {};

	/** Reads it as {@link Typed#number} does. */
	class Validator implements ConstraintValidator<NumberText, String> {

		private BigDecimal min = BigDecimal.ZERO;

		private BigDecimal max = BigDecimal.ZERO;

		private BigDecimal step = BigDecimal.ONE;

		@Override
		public void initialize(NumberText annotation) {
			this.min = new BigDecimal(annotation.min());
			this.max = new BigDecimal(annotation.max());
			this.step = new BigDecimal(annotation.step());
		}

		@Override
		public boolean isValid(@Nullable String text, ConstraintValidatorContext context) {
			if (Typed.isEmpty(text)) {
				return true;
			}
			BigDecimal number = Typed.number(text);
			return number != null && number.compareTo(this.min) >= 0 && number.compareTo(this.max) <= 0
					&& number.remainder(this.step).signum() == 0;
		}

	}

}
