package org.muster.accounts;

import java.util.List;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Whom things of an organisation concern, as ids of accounts. */
@Component
public class Recipients {

	private final Accounts accounts;

	private final Organisations organisations;

	Recipients(Accounts accounts, Organisations organisations) {
		this.accounts = accounts;
		this.organisations = organisations;
	}

	/** The organisation's account manager; all of them where it has none. */
	@Transactional(propagation = Propagation.MANDATORY, readOnly = true)
	public List<Long> managersOf(long organisation) {
		Account manager = this.organisations.findById(organisation).orElseThrow().accountManager();
		return (manager != null) ? List.of(manager.id())
				: this.accounts.staff()
					.stream()
					.filter((one) -> one.role() == Role.ACCOUNT_MANAGER)
					.map(Account::id)
					.toList();
	}

	@Transactional(propagation = Propagation.MANDATORY, readOnly = true)
	public List<Long> administrators() {
		return this.accounts.staff()
			.stream()
			.filter((one) -> one.role() == Role.ADMINISTRATOR)
			.map(Account::id)
			.toList();
	}

	@Transactional(propagation = Propagation.MANDATORY, readOnly = true)
	public List<Long> approversOf(long organisation) {
		return this.accounts.membersOf(organisation)
			.stream()
			.filter((one) -> one.role() == Role.APPROVER)
			.map(Account::id)
			.toList();
	}

}
