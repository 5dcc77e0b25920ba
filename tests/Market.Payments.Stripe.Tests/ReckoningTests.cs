using CsCheck;
using Market.Ledger;
using Market.Ledger.Allocations;
using Market.Ledger.Amounts;
using Market.Ledger.Online;
using Market.Ledger.Settlements;
using Market.Payments.Stripe.Models;
using Market.Payments.Stripe.Settlements;

namespace Market.Payments.Stripe.Tests;

/// <summary>What a sheet says of orders, payments and settlements, without a site.</summary>
public class ReckoningTests
{
    [Fact]
    public void A_market_without_cents_is_settled_in_whole_units()
    {
        var books = new TestBooks("JPY");
        books.Order("one", ("bread", 1000), ("cheese", 501));
        books.Pay(1501, fee: 79);

        var sheet = books.Sheet("d", ("bread", 1000), ("cheese", 0));

        Assert.Equal((1501, 79, 1401, 21), (sheet.Received.MinorUnits, sheet.Fees.MinorUnits, sheet.Shares.MinorUnits, sheet.MarketKeeps.MinorUnits));
        Assert.Equal([900L, 501L], sheet.Rows.Select(row => row.Settlement!.Transfer.MinorUnits));
    }

    [Theory]
    [InlineData("TND", 12_345, 12_340)]
    [InlineData("MGA", 12_345, 12_300)]
    public void What_Stripe_cannot_transfer_is_carried(string currency, long paid, long transferred)
    {
        var books = new TestBooks(currency);
        books.Order("one", ("bread", paid));
        books.Pay(paid);

        var settlement = books.Settle("d", ("bread", 0)).Single();

        Assert.Equal((transferred, paid - transferred), (settlement.Transfer.MinorUnits, settlement.Closing.MinorUnits));
        Assert.Empty(books.Settle("d", ("bread", 0)));
    }

    [Fact]
    public void Stripe_keeps_its_fee_of_what_is_given_back()
    {
        var books = new TestBooks("EUR");
        books.Order("one", ("bread", 1000));
        books.Order("two", ("bread", 2000));
        var payment = books.Pay(3000, fee: 70);
        books.GiveBack(payment, 1000, "one");

        var sheet = books.Sheet("d", ("bread", 1000));

        Assert.Equal((2000, 70, 1800, 130), (sheet.Received.MinorUnits, sheet.Fees.MinorUnits, sheet.Shares.MinorUnits, sheet.MarketKeeps.MinorUnits));
    }

    [Fact]
    public void A_producer_who_comes_to_a_distribution_after_it_was_settled_is_paid_with_any_other()
    {
        var books = new TestBooks("EUR");
        books.Order("one", ("bread", 1000));
        books.Pay(1000);
        books.Settle("d", ("bread", 0), ("cheese", 0));
        books.Order("one", ("bread", 1000), ("cheese", 500));
        books.Pay(500);
        books.At("e").Order("two", ("bread", 700));
        books.Pay(700);

        var sheet = books.Sheet("e", ("bread", 0), ("cheese", 0));

        Assert.Equal([700L, 500L], sheet.Rows.Select(row => row.Settlement!.Transfer.MinorUnits));
        Assert.Equal("one", Assert.Single(sheet.Rows[1].Orders).OrderId);
        books.Settle("e", ("bread", 0), ("cheese", 0));
        Assert.All(books.Sheet("d", ("bread", 0), ("cheese", 0)).Rows, row => Assert.Null(row.Settlement));
    }

    [Fact]
    public void A_part_of_a_producer_who_is_not_linked_stays_with_the_market()
    {
        var books = new TestBooks("EUR");
        books.Order("one", ("bread", 1000), ("cheese", 500));
        books.Pay(1500);
        var sheet = books.Sheet("d", ("bread", 0));
        Assert.Equal((1000, 500), (sheet.Shares.MinorUnits, sheet.MarketKeeps.MinorUnits));
        Assert.Null(sheet.Rows[1].Settlement);
    }

    [Fact]
    public void Over_any_life_the_sheets_add_up_and_each_producer_has_their_share_or_it_is_carried() => Lives.Sample(
        steps =>
        {
            var books = new TestBooks("EUR");
            (string, int)[] terms = [("bread", 1000), ("cheese", 725), ("honey", 0)];
            var payments = new List<CardPayment>();
            foreach (var step in steps)
            {
                books.At(step.Place % 2 == 0 ? "d" : "e");
                switch (step.What)
                {
                    case What.Order:
                        books.Order($"order-{step.Place}", [.. terms.Select((one, i) => (one.Item1, (long)(step.Units * (i + step.Place) % 700))).Where(line => line.Item2 > 0)]);
                        break;
                    case What.Pay:
                        payments.Add(books.Pay(step.Units, fee: (step.Units * 15 / 1000) + 25));
                        break;
                    case What.GiveBack when payments.Count > 0:
                        var payment = payments[step.Place % payments.Count];
                        if (books.LeftOf(payment) is > 0 and var left)
                        {
                            books.GiveBack(payment, Math.Min(left, step.Units), step.Units % 2 == 0 ? $"order-{step.Place}" : null);
                        }

                        break;
                    case What.TakeBack:
                        books.TakeBack(terms[step.Place % 3].Item1, step.Units);
                        break;
                    default:
                        books.Settle(step.Place % 2 == 0 ? "d" : "e", terms);
                        break;
                }
            }

            books.Settle("d", terms);
            books.Settle("e", terms);
            var sheets = new[] { books.Sheet("d", terms), books.Sheet("e", terms) };
            Assert.All(sheets, sheet =>
            {
                Assert.Equal(sheet.Received - sheet.Fees, sheet.Shares + sheet.MarketKeeps);
                Assert.All(sheet.Rows, row => Assert.Null(row.Settlement));
                var commission = sheet.Rows.Sum(row => ((row.Received.MinorUnits * terms.Single(one => one.Item1 == row.Seller.Id).Item2) + 5_000) / 10_000);
                Assert.Equal(commission - sheet.Fees.MinorUnits, sheet.MarketKeeps.MinorUnits);
                Assert.InRange(sheet.Received.MinorUnits, 0, sheet.Sales.Orders.Sum(order => order.BySeller.Values.Sum(cost => cost.MinorUnits)));
            });

            // All of what the orders are paid is card money; never more than came and was not given back, nor more fees than Stripe's.
            Assert.InRange(sheets.Sum(sheet => sheet.Received.MinorUnits), books.PaidAtLeast, payments.Sum(books.LeftOf));
            Assert.InRange(sheets.Sum(sheet => sheet.Fees.MinorUnits), 0, payments.Sum(payment => payment.FeeMinorUnits!.Value));
            foreach (var (producer, _) in terms)
            {
                var share = sheets.SelectMany(sheet => sheet.Rows).Where(row => row.Seller.Id == producer).Sum(row => row.Share.MinorUnits);
                var account = books.AccountOf(producer);
                Assert.Equal(share, account.Statements.Sum(statement => statement.Settlement.Transfer.MinorUnits - statement.ReversedMinorUnits) + account.Left.MinorUnits);
                Assert.False(account.Left.IsPositive);
            }
        },
        iter: 1000);

    private enum What
    {
        Order,
        Pay,
        GiveBack,
        Settle,
        TakeBack,
    }

    private sealed record Step(What What, int Units, int Place);

    private static readonly Gen<Step[]> Lives =
        Gen.Select(Gen.Enum<What>(), Gen.Int[1, 3000], Gen.Int[1, 4], (what, units, place) => new Step(what, units, place)).Array[0, 25];

    /// <summary>One client's account, what was ordered on it, and the settlements with the producers.</summary>
    private sealed class TestBooks(string currencyCode)
    {
        private readonly Currency _currency = Currency.FromCode(currencyCode);
        private readonly List<Operation> _operations = [];
        private readonly List<CardPayment> _payments = [];
        private readonly Dictionary<string, Dictionary<string, OrderSales>> _orders = new(StringComparer.Ordinal) { ["d"] = [], ["e"] = [] };
        private readonly Dictionary<string, List<SettlementStatement>> _statements = new(StringComparer.Ordinal);
        private readonly Dictionary<CardPayment, long> _back = [];
        private string _distributionId = "d";

        /// <summary>Where nothing was given back, what the account says the orders are paid.</summary>
        public long PaidAtLeast => _back.Count > 0 ? 0 : Allocation.Of(_operations, _currency).Orders.Sum(order => order.Paid.MinorUnits);

        public TestBooks At(string distributionId)
        {
            _distributionId = distributionId;
            return this;
        }

        public void Order(string orderId, params (string Seller, long Cost)[] lines)
        {
            var before = _orders[_distributionId].TryGetValue(orderId, out var known) ? known.BySeller.Values.Sum(cost => cost.MinorUnits) : 0;
            _orders[_distributionId][orderId] = new OrderSales(orderId, "account", lines.ToDictionary(line => line.Seller, line => new Money(line.Cost, _currency)));
            Post(OperationKind.Order, before - lines.Sum(line => line.Cost), orderId);
        }

        public CardPayment Pay(long amount, long fee = 0)
        {
            var operation = Post(OperationKind.Payment, amount)!;
            var payment = new CardPayment
            {
                Payment = new OnlinePayment { Id = operation, AccountId = "account", Method = "stripe", Shares = [new OnlineShare(new Money(amount, _currency))], Surcharge = Money.Zero(_currency), IsLive = false, RequestedBy = "member" },
                Booked = new OnlineBooked { Entries = new Dictionary<string, OnlineBookedEntry> { ["paid:0"] = new(operation, 1, false) } },
                FormKey = operation,
                ReturnAddress = string.Empty,
                Language = "en",
                FeeMinorUnits = fee,
            };
            _payments.Add(payment);
            return payment;
        }

        public void GiveBack(CardPayment payment, long amount, string? orderId)
        {
            _back[payment] = _back.GetValueOrDefault(payment) + amount;
            Post(OperationKind.Refund, -amount, orderId);
        }

        public long LeftOf(CardPayment payment) => payment.Payment.Total.MinorUnits - _back.GetValueOrDefault(payment);

        public SettlementSheet Sheet(string distributionId, params (string Producer, int BasisPoints)[] terms) => new Reckoning
        {
            Currency = _currency,
            Distribution = Sales(distributionId),
            Earlier = [.. _statements.Values.SelectMany(all => all).SelectMany(statement => statement.Settlement.Distributions).Select(one => one.DistributionId).Distinct().Where(id => id != distributionId).Select(Sales)],
            Money = CardMoney.Of(_operations, _payments, _currency),
            Accounts = _statements.Keys.ToDictionary(id => id, AccountOf),
            Terms = terms.ToDictionary(one => one.Producer, one => new ProducerTerms { StripeAccountId = "acct_" + one.Producer, CommissionBasisPoints = one.BasisPoints }),
            Names = new Dictionary<string, string>(),
        }.Sheet();

        public IReadOnlyList<ProducerSettlement> Settle(string distributionId, params (string Producer, int BasisPoints)[] terms)
        {
            var made = Sheet(distributionId, terms).Rows.Where(row => row.Settlement is not null).ToList();
            foreach (var row in made)
            {
                if (!_statements.TryGetValue(row.Seller.Id, out var all))
                {
                    _statements[row.Seller.Id] = all = [];
                }

                all.Add(new SettlementStatement
                {
                    StatementId = $"{row.Seller.Id}-{all.Count}",
                    ProducerId = row.Seller.Id,
                    ProducerName = row.Seller.Id,
                    Number = all.Count + 1,
                    DistributionId = distributionId,
                    Settlement = row.Settlement!,
                    MadeBy = "clerk",
                    StripeAccountId = "acct_" + row.Seller.Id,
                });
            }

            return [.. made.Select(row => row.Settlement!)];
        }

        /// <summary>Somebody takes back of the newest transfer, here or at the dashboard.</summary>
        public void TakeBack(string producer, long amount)
        {
            if (_statements.GetValueOrDefault(producer) is [.., var last])
            {
                last.ReversedMinorUnits = Math.Min(last.Settlement.Transfer.MinorUnits, last.ReversedMinorUnits + amount);
            }
        }

        public ProducerAccount AccountOf(string producer) => new(_statements.GetValueOrDefault(producer) ?? [], _currency);

        private DistributionSales Sales(string id) => new(id, id, new DateOnly(2026, 3, 14), true, [.. _orders[id].Values]);

        private string? Post(OperationKind kind, long amount, string? orderId = null)
        {
            if (amount == 0)
            {
                return null;
            }

            var operation = new Operation
            {
                Id = $"operation-{_operations.Count + 1}",
                AccountId = "account",
                Sequence = _operations.Count + 1,
                Kind = kind,
                Amount = new Money(amount, _currency),
                Method = kind is OperationKind.Order ? null : "stripe",
                OrderId = orderId,
                OccurredOn = new DateOnly(2026, 3, 14),
                RecordedAt = default,
                RecordedBy = "test",
                IdempotencyKey = string.Empty,
                PreviousHash = string.Empty,
                Hash = string.Empty,
            };
            _operations.Add(operation);
            return operation.Id;
        }
    }
}
