package org.muster.engagements;

import java.util.Objects;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.muster.consultants.ReviewRow;
import org.muster.forms.Inputs;

/** What a client says of a person after working together: 1 to 5 each. */
record ReviewForm(@NotNull @Min(1) @Max(5) @Nullable Integer delivery,
		@NotNull @Min(1) @Max(5) @Nullable Integer communication, @NotNull @Min(1) @Max(5) @Nullable Integer skill,
		@NotBlank @Size(max = 1000) String text) {

	/** Whether a review says the same, as by a double click. */
	boolean isSameAs(ReviewRow review) {
		return Objects.equals(this.delivery, review.delivery())
				&& Objects.equals(this.communication, review.communication())
				&& Objects.equals(this.skill, review.skill()) && Inputs.text(this.text).equals(review.text());
	}

	static ReviewForm empty() {
		return new ReviewForm(null, null, null, "");
	}

}
