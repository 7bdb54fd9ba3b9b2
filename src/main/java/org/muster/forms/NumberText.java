package org.muster.forms;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.math.BigDecimal;
import java.util.Locale;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import org.hibernate.validator.constraintvalidation.HibernateConstraintValidatorContext;
import org.jspecify.annotations.Nullable;

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

	Class<?>[] groups() default {};

	Class<? extends Payload>[] payload() default {};

	/** Reads it as {@link NumberRange#understood} does. */
	class Validator implements ConstraintValidator<NumberText, String> {

		private NumberKind kind = NumberKind.AMOUNT;

		private String message = OF_KIND;

		@Override
		public void initialize(NumberText annotation) {
			this.kind = annotation.value();
			this.message = annotation.message();
		}

		@Override
		public boolean isValid(@Nullable String text, ConstraintValidatorContext context) {
			NumberReading reading = this.kind.range().understood(text);
			NumberRange range = this.kind.range();
			if (!range.unit().isMoney()) {
				// How an amount is read may depend on its currency: the kind notes it.
				ReadNumbers.note(range, text, null);
			}
			if (Typed.isEmpty(text) || reading != null && range.takes(reading.value())) {
				return true;
			}
			context.unwrap(HibernateConstraintValidatorContext.class)
				.addMessageParameter("min", shown(range.min()))
				.addMessageParameter("max", shown(range.max()))
				.addMessageParameter("step", shown(range.step()));
			if (this.message.equals(OF_KIND)) {
				context.disableDefaultConstraintViolation();
				context.buildConstraintViolationWithTemplate("{" + this.kind.message() + "}").addConstraintViolation();
			}
			return false;
		}

		private String shown(BigDecimal number) {
			return (this.kind == NumberKind.YEAR) ? number.toPlainString() : Shown.plain(number, Locale.UK);
		}

	}

}
