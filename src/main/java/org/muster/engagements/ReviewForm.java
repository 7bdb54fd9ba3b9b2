package org.muster.engagements;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** What a client says of a person after working together: 1 to 5 each. */
record ReviewForm(@NotNull @Min(1) @Max(5) @Nullable Integer delivery,
		@NotNull @Min(1) @Max(5) @Nullable Integer communication, @NotNull @Min(1) @Max(5) @Nullable Integer skill,
		@NotBlank @Size(max = 1000) String text) {

	static ReviewForm empty() {
		return new ReviewForm(null, null, null, "");
	}

}
