package org.muster.numbers;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import org.hibernate.validator.constraintvalidation.HibernateConstraintValidatorContext;
import org.jspecify.annotations.Nullable;
import org.muster.forms.Inputs;

/** The text is a number within the bounds and of the grain of its kind, or empty. */
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = NumberText.Validator.class)
public @interface NumberText {

	/** The message of the kind itself. */
	String OF_KIND = "";

	/** What the number counts. */
	NumberKind value();

	/** The message may speak of {@code {min}}, {@code {max}} and {@code {step}}. */
	String message() default OF_KIND;

	/**
	 * The message that is the label of the field; it may take the currency. Of none the
	 * page after saving says how it was read without naming it.
	 */
	String label() default "";

	Class<?>[] groups() default {};

	Class<? extends Payload>[] payload() default {};

	/** Reads it as {@link NumberRange#understood} does. */
	class Validator implements ConstraintValidator<NumberText, String> {

		private NumberKind kind = NumberKind.AMOUNT;

		private String message = OF_KIND;

		private String label = "";

		@Override
		public void initialize(NumberText annotation) {
			this.kind = annotation.value();
			this.message = annotation.message();
			this.label = annotation.label();
		}

		@Override
		public boolean isValid(@Nullable String text, ConstraintValidatorContext context) {
			NumberReading reading = this.kind.range().understood(text);
			NumberRange range = this.kind.range();
			if (!range.unit().isMoney()) {
				// How an amount is read may depend on its currency: the kind notes it.
				ReadNumbers.note(this.label, range, text, null);
			}
			if (Inputs.isEmpty(text) || reading != null && range.takes(reading.value())) {
				return true;
			}
			context.unwrap(HibernateConstraintValidatorContext.class)
				.addMessageParameter("min", this.kind.shown(range.min()))
				.addMessageParameter("max", this.kind.shown(range.max()))
				.addMessageParameter("step", this.kind.shown(range.step()));
			if (this.message.equals(OF_KIND)) {
				context.disableDefaultConstraintViolation();
				context.buildConstraintViolationWithTemplate("{" + this.kind.message(reading) + "}")
					.addConstraintViolation();
			}
			return false;
		}

	}

}
