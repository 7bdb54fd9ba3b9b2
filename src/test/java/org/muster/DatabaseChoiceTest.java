package org.muster;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;

import javax.sql.DataSource;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.SpringApplication;
import org.springframework.mock.env.MockEnvironment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

class DatabaseChoiceTest {

	private final MockEnvironment environment = new MockEnvironment();

	private void choose() {
		new DatabaseChoice().postProcessEnvironment(this.environment, new SpringApplication());
	}

	@Test
	void withoutADatabaseTheDemoRunsOnAnEmbeddedOneForThisMachineOnly() {
		choose();
		assertThat(this.environment.getActiveProfiles()).contains("demo");
		assertThat(this.environment.getProperty("spring.datasource.url")).startsWith("jdbc:h2:file:./data/");
		assertThat(this.environment.getProperty("server.address")).isEqualTo("127.0.0.1");
	}

	@Test
	void theDemoListensElsewhereWhenToldTo() {
		this.environment.setProperty("server.address", "0.0.0.0");
		choose();
		assertThat(this.environment.getProperty("server.address")).isEqualTo("0.0.0.0");
	}

	@Test
	void withADatabaseThereIsNoDemo() {
		this.environment.setProperty("muster.database.url", "jdbc:mysql://db/muster");
		choose();
		assertThat(this.environment.getActiveProfiles()).isEmpty();
		assertThat(this.environment.getProperty("spring.datasource.hikari.data-source-properties.connectionTimeZone"))
			.isEqualTo("UTC");
		assertThat(this.environment.getProperty("spring.datasource.url")).isEqualTo("jdbc:mysql://db/muster");
		assertThat(this.environment.getProperty("server.address")).isNull();
	}

	@Test
	void mysqlIsNotWaitedForForEverUnlessItsAddressSaysOtherwise() {
		this.environment.setProperty("muster.database.url", "jdbc:mysql://db/muster?socketTimeout=0");
		choose();
		assertThat(this.environment.getProperty("spring.datasource.hikari.data-source-properties.connectTimeout"))
			.isEqualTo("5000");
		assertThat(this.environment.getProperty("spring.datasource.hikari.data-source-properties.socketTimeout"))
			.isNull();
	}

	@Test
	void theDemoBesideAConfiguredDatabaseIsRefusedWithTheReason() {
		this.environment.setProperty("muster.database.url", "jdbc:mysql://db/muster");
		this.environment.addActiveProfile("demo");
		assertThatThrownBy(this::choose).hasMessageContaining("public password");
	}

	@ParameterizedTest
	@ValueSource(strings = { "spring.datasource.url", "spring.datasource.hikari.jdbc-url" })
	void aDatabaseThatSpringsOwnNamesSayGetsNoDemo(String name) {
		this.environment.setProperty(name, "jdbc:mysql://db/muster");
		choose();
		assertThat(this.environment.getActiveProfiles()).isEmpty();
		assertThat(this.environment.getProperty("spring.datasource.url")).isEqualTo("jdbc:mysql://db/muster");
		assertThat(this.environment.getProperty("spring.datasource.hikari.data-source-properties.socketTimeout"))
			.isEqualTo("60000");
	}

	@ParameterizedTest
	@ValueSource(strings = { "jdbc:mysql://db/muster", "jdbc:h2:tcp://db/muster", "jdbc:h2:ssl://db/muster" })
	void theDemoIsRefusedOverADatabaseOfOthers(String address) {
		this.environment.setProperty("spring.datasource.url", address);
		this.environment.addActiveProfile("demo");
		assertThatThrownBy(this::choose).hasMessageContaining("public password");
	}

	@Test
	void theDemoIsRefusedWhereItsDataSourceLeadsElsewhereWhateverTheSettingsSay() throws SQLException {
		DataSource source = mock();
		Connection connection = mock();
		DatabaseMetaData about = mock();
		given(source.getConnection()).willReturn(connection);
		given(connection.getMetaData()).willReturn(about);
		given(about.getURL()).willReturn("jdbc:mysql://db/muster");
		assertThatThrownBy(() -> new DemoGuard().postProcessAfterInitialization(source, "dataSource"))
			.isInstanceOf(DatabaseChoice.DemoRefused.class);
		given(about.getURL()).willReturn("jdbc:h2:mem:journeys");
		assertThat(new DemoGuard().postProcessAfterInitialization(source, "dataSource")).isSameAs(source);
	}

}
