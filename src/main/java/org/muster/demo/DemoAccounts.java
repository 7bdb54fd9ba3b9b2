package org.muster.demo;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.muster.accounts.Account;
import org.muster.accounts.Accounts;
import org.muster.accounts.CurrentUser;
import org.muster.accounts.Organisation;
import org.muster.accounts.Organisations;
import org.muster.accounts.Role;
import org.muster.calendar.Place;

import org.springframework.context.annotation.Profile;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** The people who sign in to the demo. */
@Component
@Profile("demo")
class DemoAccounts {

	static final String PASSWORD = "muster-demo";

	private static final String ADDRESS = "127.0.0.1";

	private final Accounts accounts;

	private final Organisations organisations;

	private final PasswordEncoder passwords;

	private final Clock clock;

	DemoAccounts(Accounts accounts, Organisations organisations, PasswordEncoder passwords, Clock clock) {
		this.accounts = accounts;
		this.organisations = organisations;
		this.passwords = passwords;
		this.clock = clock;
	}

	/** An organisation with those who act for it. */
	record Client(Organisation organisation, CurrentUser member, CurrentUser approver) {
	}

	/** Everybody. */
	record People(List<CurrentUser> managers, Map<String, Client> clients) {
	}

	/** Those that are not there yet. */
	People create() {
		// Hashing is slow on purpose; all share one password, so once is enough.
		String hash = this.passwords.encode(PASSWORD);
		save("admin@muster.example", "Ada Brandt", Role.ADMINISTRATOR, null, hash);
		List<Account> managers = List.of(
				save("manager@muster.example", "Marta Nogueira", Role.ACCOUNT_MANAGER, null, hash),
				save("jonas.keller@muster.example", "Jonas Keller", Role.ACCOUNT_MANAGER, null, hash),
				save("aoife.byrne@muster.example", "Aoife Byrne", Role.ACCOUNT_MANAGER, null, hash));
		Map<String, Client> clients = new LinkedHashMap<>();
		add(clients, "northwind",
				new Org("O-20417", "Northwind Logistics", "PT", null, "PT501442600", "Rua do Porto 12, 4050-253 Porto"),
				managers.get(0), hash, "Inês Carvalho", "Rui Almeida");
		add(clients, "contoso",
				new Org("O-58130", "Contoso Insurance", "DE", "by", "DE136695976", "Leopoldstraße 8, 80802 München"),
				managers.get(1), hash, "Lena Hofmann", "Stefan Graf");
		add(clients, "fabrikam", new Org("O-77264", "Fabrikam Robotics", "FR", null, "FR83404833048",
				"14 rue de la Part-Dieu, 69003 Lyon"), managers.get(0), hash, "Camille Roux", "Hugo Lefèvre");
		add(clients, "tailspin",
				new Org("O-31902", "Tailspin Air", "ES", "md", "ESA28015865", "Calle de Alcalá 44, 28014 Madrid"),
				managers.get(2), hash, "Lucía Ortega", "Javier Molina");
		add(clients, "wingtip",
				new Org("O-64055", "Wingtip Retail", "IE", null, "IE6388047V", "5 Dame Street, Dublin 2"),
				managers.get(2), hash, "Ciara Walsh", "Padraig Nolan");
		add(clients, "litware",
				new Org("O-90378", "Litware Health", "NL", null, "NL004495445B01",
						"Keizersgracht 210, 1016 DX Amsterdam"),
				managers.get(1), hash, "Sanne de Vries", "Daan Bakker");
		return new People(managers.stream().map((manager) -> user(manager)).toList(), clients);
	}

	private record Org(String reference, String name, String country, @Nullable String region, String vatNumber,
			String address) {
	}

	private void add(Map<String, Client> clients, String domain, Org org, Account manager, String hash, String member,
			String approver) {
		Organisation organisation = this.organisations.findByReference(org.reference())
			.orElseGet(() -> this.organisations
				.save(new Organisation(org.reference(), org.name(), new Place(org.country(), org.region()), "EUR",
						org.vatNumber(), org.address(), manager, this.clock.instant())));
		clients.put(domain,
				new Client(organisation,
						user(save("member@" + domain + ".example", member, Role.MEMBER, organisation, hash)),
						user(save("approver@" + domain + ".example", approver, Role.APPROVER, organisation, hash))));
	}

	private Account save(String email, String name, Role role, @Nullable Organisation organisation, String hash) {
		return this.accounts.findByEmail(email)
			.orElseGet(
					() -> this.accounts.save(new Account(email, name, hash, role, organisation, this.clock.instant())));
	}

	private static CurrentUser user(Account account) {
		Organisation organisation = account.organisation();
		return new CurrentUser(account.id(), account.fullName(), account.email(), account.role(),
				(organisation != null) ? organisation.id() : null, ADDRESS);
	}

}
