package org.muster.consultants;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.muster.availability.AbsenceRow;

import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Slice;
import org.springframework.data.jpa.repository.NativeQuery;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The people of the pool. */
public interface Consultants extends Repository<Consultant, Long> {

	/** The ids of those with a {@code text} in their names. */
	String NAMED = """
			(select person.id from Consultant person where person.searchName like :#{#text.plain()} escape '!'
				or :#{#text.twofold()} = true and person.searchName like :#{#text.spelt()} escape '!')
			""";

	Consultant save(Consultant consultant);

	Optional<Consultant> findById(long id);

	/** Those who were erased are nobody any more. */
	@Query("select c from Consultant c where c.reference = :reference and c.erasedAt is null")
	Optional<Consultant> findByReference(String reference);

	boolean existsByReference(String reference);

	List<Consultant> findByEmailIn(Collection<String> emails);

	/** Of those who have one of some e-mails. */
	@Query("select new org.muster.consultants.PoolMember(c.id, c.reference, c.email, c.name, c.currency, c.country)"
			+ " from Consultant c where c.email in :emails")
	List<PoolMember> standings(Collection<String> emails);

	/** Those who have one of some references, but those who were erased. */
	@Query("select c from Consultant c where c.reference in :references and c.erasedAt is null")
	List<Consultant> referenced(Collection<String> references);

	/** Of those who have one of some references, but those who were erased. */
	@Query("select new org.muster.consultants.PoolMember(c.id, c.reference, c.email, c.name, c.currency, c.country)"
			+ " from Consultant c where c.reference in :references and c.erasedAt is null")
	List<PoolMember> standingsReferenced(Collection<String> references);

	@Query("select c.reference from Consultant c where c.reference in :references")
	Set<String> taken(Collection<String> references);

	/**
	 * @param engagement its reference
	 */
	@Query("select count(r) > 0 from Review r where r.engagement = :engagement")
	boolean isReviewed(String engagement);

	boolean existsByEmailAndReferenceNot(String email, String reference);

	long count();

	@Query("select c.id from Consultant c where c.reference = :reference and c.erasedAt is null")
	Optional<Long> idOf(String reference);

	/**
	 * Locks a person until the end of the transaction, so that what takes the person's
	 * time is settled one after the other.
	 */
	@NativeQuery("select id from consultant where id = :id for update")
	Optional<Long> lock(long id);

	@Query("select new org.muster.consultants.ContactRow(c.id, c.email, c.phone) from Consultant c where c.id in :ids")
	List<ContactRow> contactsOf(Collection<Long> ids);

	@Query("select new org.muster.consultants.NameRow(c.reference, c.name) from Consultant c where c.reference in :references")
	List<NameRow> namesOf(Collection<String> references);

	/** Of some ids those of people who were not erased. */
	@Query("select c.id from Consultant c where c.id in :ids and c.erasedAt is null")
	Set<Long> present(Collection<Long> ids);

	@Query("select new org.muster.consultants.PlaceRow(c.id, c.country, c.region) from Consultant c where c.id in :ids")
	List<PlaceRow> placesOf(Collection<Long> ids);

	/** What people cost over time, by id. */
	default Map<Long, RatesOverTime> ratesOf(Collection<Long> ids) {
		return RatesOverTime.of(rateRowsOf(ids));
	}

	@Query("""
			select new org.muster.consultants.RateRow(c.id, c.currency, r.appliesFrom, r.payRate, r.billRate, r.since)
			from Rate r join r.consultant c where c.id in :ids""")
	List<RateRow> rateRowsOf(Collection<Long> ids);

	@Query("select c.id from Consultant c where c.erasedAt is null order by c.id")
	List<Long> allIds();

	@Query("""
			select new org.muster.consultants.ReviewRow(r.consultant.id, r.delivery, r.communication, r.skill, r.text, r.writtenOn)
			from Review r where r.consultant.id in :ids order by r.writtenOn desc, r.id""")
	List<ReviewRow> reviewsOf(Collection<Long> ids);

	@Query("""
			select new org.muster.consultants.ReviewRow(r.consultant.id, r.delivery, r.communication, r.skill, r.text, r.writtenOn)
			from Review r where r.engagement = :engagement""")
	Optional<ReviewRow> reviewOf(String engagement);

	@Query("""
			select new org.muster.availability.AbsenceRow(a.id, a.source, a.consultant.id, a.kind, a.startsOn, a.endsOn, a.allocation, a.afternoon)
			from Absence a where a.consultant.id in :ids order by a.startsOn, a.id""")
	List<AbsenceRow> absencesOf(Collection<Long> ids);

	/** Those that end on a day or later: people who stay have many that are over. */
	@Query("""
			select new org.muster.availability.AbsenceRow(a.id, a.source, a.consultant.id, a.kind, a.startsOn, a.endsOn, a.allocation, a.afternoon)
			from Absence a where a.consultant.id in :ids and a.endsOn >= :since order by a.startsOn, a.id""")
	List<AbsenceRow> absencesOf(Collection<Long> ids, LocalDate since);

	/** Those that ended before a day, the latest first. */
	@Query("""
			select new org.muster.availability.AbsenceRow(a.id, a.source, a.consultant.id, a.kind, a.startsOn, a.endsOn, a.allocation, a.afternoon)
			from Absence a where a.consultant.id = :id and a.endsOn < :day order by a.endsOn desc, a.id desc""")
	Slice<AbsenceRow> pastAbsencesOf(long id, LocalDate day, Pageable page);

}
