using CsCheck;
using Market.Ledger.Amounts;
using Market.Ledger.Cheques;
using Market.Ledger.Journals;
using Market.Ledger.Payouts;
using Market.Ledger.Postings;

namespace Market.Ledger.Tests.Cheques;

/// <summary>Whatever happens to cheques, in whatever order: the cheques' account holds what is in hand, and the bank what it did not give back.</summary>
public class ChequeBooksTests
{
    private static readonly DateOnly Day = TestMarket.Day;

    [Fact]
    public void The_journals_follow_each_step() =>
        Gen.Select(Gen.Int[0, 5], Gen.Int[0, 4]).List[0, 40].SampleAsync(async steps =>
        {
            var desk = new Desk();
            foreach (var (step, place) in steps)
            {
                desk.Take(step, place);
            }

            var entries = await desk.EntriesAsync();
            Assert.Equal(desk.Sum(ChequeState.InHand, ChequeState.OnSlip), Balance(entries, "5112"));
            Assert.Equal(desk.Sum(ChequeState.Banked), Balance(entries, "512"));
            Assert.Equal(-desk.Sum(ChequeState.InHand, ChequeState.OnSlip, ChequeState.Banked), Balance(entries, "411"));
        });

    [Fact]
    public async Task A_slip_and_a_cheque_that_bounced_are_called_what_they_are()
    {
        var desk = new Desk();
        foreach (var step in new[] { 0, 1, 2, 3 })
        {
            desk.Take(step, 0);
        }

        var entries = await desk.EntriesAsync();

        Assert.Equal(["Remise de chèques REM-1", "Chèque impayé IMP-1-1"], entries.Where(entry => entry.OperationId is null).Select(entry => entry.Text));
        Assert.Equal([("BQ", 2), ("CH", 2)], entries.CountBy(entry => entry.Journal.Code).Select(journal => (journal.Key, journal.Value)).Order());
    }

    private static long Balance(IEnumerable<JournalEntry> entries, string account) =>
        entries.SelectMany(entry => entry.Lines).Where(line => line.Account.Number == account).Sum(line => line.Net.MinorUnits);

    private sealed class Desk
    {
        private readonly TestMarket _market = new();

        private readonly List<Cheque> _cheques = [];

        private readonly List<DepositSlip> _slips = [];

        private readonly List<PayoutEntry> _entries = [];

        public Desk() => _market.Terms = _market.Terms with { Offered = [new TestMethod("cheque")] };

        public void Take(int step, int place)
        {
            _market.Now = _market.Now.AddMinutes(1);
            if (step is 0)
            {
                Receive(10 + place);
            }
            else if (step is 1)
            {
                PutOnSlip();
            }
            else if (step is 2 && _slips.Find(one => one.BankedOn is null && one.Lines.Count > 0) is { } slip)
            {
                Bank(slip);
            }
            else if (step is 3 && _cheques.FindAll(one => one.State is ChequeState.Banked) is { Count: > 0 } banked)
            {
                Bounce(banked[place % banked.Count]);
            }
            else if (step is 4 && _cheques.FindAll(one => one.State is ChequeState.InHand) is { Count: > 0 } held)
            {
                var cheque = held[place % held.Count];
                Reverse(cheque);
                Put(cheque.Reversed().GivenBack(Day, "Leaves"));
            }
            else if (step is 5 && _cheques.FindAll(one => one.State is ChequeState.OnSlip) is { Count: > 0 } listed)
            {
                var cheque = listed[place % listed.Count];
                var at = _slips.FindIndex(one => one.Number == cheque.Slip);
                _slips[at] = _slips[at].Without(cheque.Id);
                Put(cheque.TakenOff());
            }
        }

        public long Sum(params ChequeState[] states) => _cheques.Where(cheque => states.Contains(cheque.State)).Sum(cheque => cheque.Amount.MinorUnits);

        public async Task<List<JournalEntry>> EntriesAsync()
        {
            var books = new Bookkeeper(new ChartOfAccounts(), id => new(_market.Store.FindAsync(id)), _ => ValueTask.FromResult<AuxiliaryAccount?>(null));
            var moved = _entries.Select(entry => new ProviderPayout(entry.Method, entry.PayoutId, entry.OccurredOn, entry.LearntAt, entry.Amount, entry.Fees) { Movement = entry.Movement }).ToList();
            return await books.EnterAsync(_market.Store.Operations.ToAsyncEnumerable(), 1, moved, cancellationToken: TestContext.Current.CancellationToken)
                .ToListAsync(TestContext.Current.CancellationToken);
        }

        private void Receive(int units)
        {
            var posted = Assert.IsType<PostingResult.Posted>(_market.Ask(_market.Of(OperationKind.Payment, units) with { Method = "cheque" }));
            _cheques.Add((ChequeTests.Of(units) with { Id = posted.Operation.Id, State = ChequeState.Ahead }).Credited(posted.Operation, "1", null));
        }

        private void PutOnSlip()
        {
            var number = _slips.Count + 1;
            var chosen = ChequeChoice.UpTo(_cheques.Where(cheque => cheque.State is ChequeState.InHand), TestMarket.Euros(40));
            if (chosen.Count == 0)
            {
                return;
            }

            _slips.Add(new DepositSlip
            {
                Number = number,
                Currency = Currency.Euro,
                MadeOn = Day,
                MadeBy = "clerk-1",
                FormKey = _market.NewKey(),
                Lines = [.. chosen.Select(SlipLine.Of)],
            });
            chosen.ToList().ForEach(cheque => Put(cheque.PutOn(number)));
        }

        private void Bank(DepositSlip slip)
        {
            var banked = slip with { BankedOn = Day };
            _slips[_slips.IndexOf(slip)] = banked;
            Book(banked.Arrival("cheque"));
            Book(banked.Arrival("cheque"));
            _cheques.FindAll(cheque => cheque.Slip == slip.Number).ForEach(cheque => Put(cheque.Banked()));
        }

        private void Bounce(Cheque cheque)
        {
            Reverse(cheque);
            Book(_slips.Single(slip => slip.Number == cheque.Slip).Return("cheque", cheque.Id, Day));
            Put(cheque.Reversed().Bounced(Day, "No funds"));
        }

        private void Reverse(Cheque cheque) =>
            Assert.IsType<PostingResult.Posted>(_market.Ask(_market.Reversal(_market.Store.Operations.Single(operation => operation.Id == cheque.OperationId))));

        private void Put(Cheque cheque) => _cheques[_cheques.FindIndex(one => one.Id == cheque.Id)] = cheque;

        private void Book(PayoutFacts facts)
        {
            var head = _entries.Aggregate(new PayoutHead(0, string.Empty), (before, entry) => before.After(entry));
            foreach (var step in facts.Missing([.. _entries.Where(entry => entry.PayoutId == facts.PayoutId)], Day))
            {
                _entries.Add(head.Next(facts, step, new DateTimeOffset(_market.Now, TimeSpan.Zero)));
            }
        }
    }
}
