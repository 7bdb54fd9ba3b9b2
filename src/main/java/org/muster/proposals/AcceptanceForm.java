package org.muster.proposals;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** An offer as an approver accepts it. */
record AcceptanceForm(@NotNull Long revision, @NotBlank @Size(max = 120) String fullName,
		@NotBlank @Size(max = 120) String function, @Nullable @Size(max = 60) String purchaseOrder,
		@Nullable String password) {

	static AcceptanceForm of(ProposalRevision revision) {
		return new AcceptanceForm((long) revision.number(), "", "", "", "");
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
