package org.muster.proposals;

import java.util.Map;
import java.util.Objects;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** An offer as an approver accepts it. */
record AcceptanceForm(@NotNull Long revision, @NotBlank @Size(max = 120) String fullName,
		@NotBlank @Size(max = 120) String function, @Nullable @Size(max = 60) String purchaseOrder,
		@Nullable String password) {

	/**
	 * @param typed into it before the session expired, by the names of the fields;
	 * whoever signs types the name anew
	 */
	static AcceptanceForm of(ProposalRevision revision, Map<?, ?> typed) {
		return new AcceptanceForm((long) revision.number(), "", Objects.toString(typed.get("function"), ""),
				Objects.toString(typed.get("purchaseOrder"), ""), "");
	}

	/** Nothing: it is typed again each time, and never sent back to a page. */
	@Override
	public @Nullable String password() {
		return null;
	}

	/** What was typed for the password. */
	String typedPassword() {
		return (this.password != null) ? this.password : "";
	}

}
