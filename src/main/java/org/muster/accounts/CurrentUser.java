package org.muster.accounts;

import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.muster.audit.Actor;
import org.muster.audit.Viewer;

/**
 * Who is signed in, as controllers hand it to the domain.
 *
 * @param organisationId the organisation of a member, {@code null} for the consultancy's
 * own people
 * @param address the network address that the request came from
 */
public record CurrentUser(long id, String name, String email, Role role, @Nullable Long organisationId,
		@Nullable String address) {

	public Actor actor() {
		return new Actor(this.id, this.name, this.organisationId, this.address);
	}

	public boolean isClient() {
		return this.role.isClient();
	}

	public boolean isApprover() {
		return this.role == Role.APPROVER;
	}

	/**
	 * The organisation of a member.
	 * @throws NullPointerException for one of the consultancy's people
	 */
	public long organisation() {
		return Objects.requireNonNull(this.organisationId, "Not a member of an organisation");
	}

	/** As queries are told who looks. */
	public Viewer viewer() {
		return isClient() ? client() : Viewer.staff();
	}

	/**
	 * The same for a member of an organisation.
	 * @throws NullPointerException for one of the consultancy's people
	 */
	public Viewer.Client client() {
		return new Viewer.Client(organisation());
	}

	/** Whether something of an organisation exists for this person. */
	public boolean maySee(long organisation) {
		return viewer().maySee(organisation);
	}

}
