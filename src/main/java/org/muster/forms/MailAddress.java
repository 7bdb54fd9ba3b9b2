package org.muster.forms;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.ReportAsSingleViolation;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Pattern;

/**
 * An e-mail address that every mail server can deliver to: of ASCII characters only,
 * since not all know SMTPUTF8 (RFC 6531), at a host whose name may be one.
 */
@Documented
@Email
@Pattern(regexp = "(?:[\\x21-\\x7e]*@[A-Za-z0-9.:\\[\\]-]+)?")
@ReportAsSingleViolation
@Constraint(validatedBy = {})
@Target({ ElementType.FIELD, ElementType.PARAMETER, ElementType.METHOD, ElementType.ANNOTATION_TYPE })
@Retention(RetentionPolicy.RUNTIME)
public @interface MailAddress {

	/** What is said of one that is not; pages have a sentence of their own. */
	String message() default "{jakarta.validation.constraints.Email.message}";

	Class<?>[] groups() default {};

	Class<? extends Payload>[] payload() default {};

}
