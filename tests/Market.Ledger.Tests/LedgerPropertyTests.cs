using System.Globalization;
using CsCheck;

namespace Market.Ledger.Tests;

/// <summary>Whatever is asked in whatever order, the laws of the ledger hold after every step. A failure prints its seed and its steps.</summary>
public class LedgerPropertyTests
{
    public enum What
    {
        Post,
        Nonsense,
        SetOrder,
        Reverse,
        Retry,
        OtherContent,
        OpenOrClose,
    }

    private static readonly Gen<Step> Steps = Gen.Select(
        Gen.Frequency((4, What.Post), (2, What.Nonsense), (5, What.SetOrder), (4, What.Reverse), (3, What.Retry), (2, What.OtherContent), (1, What.OpenOrClose)),
        Gen.Int[0, 3],
        Gen.OneOf(Gen.Int[1, 50], Gen.Int[1, 5000]),
        Gen.Int[0, 9999],
        (what, account, units, pick) => new Step(what, account, units, pick));

    [Fact]
    public void The_laws_hold_whatever_is_asked() =>
        Gen.Select(Gen.Int[1, 4], Gen.Int[-1, 200], Steps.Array[1, 60]).Sample((accounts, floor, steps) =>
        {
            var run = new Run(accounts, floor < 0 ? null : TestMarket.Euros(-floor / 4m));
            foreach (var step in steps)
            {
                run.Take(step);
                run.Verify();
            }
        }, iter: 150);

    public sealed record Step(What What, int Account, int Units, int Pick);

    /// <summary>One ledger, what was asked of it, and what must be true by then.</summary>
    private sealed class Run
    {
        private readonly TestMarket _market;

        private readonly int _accounts;

        private readonly List<(object Asked, PostingResult First)> _asked = [];

        private readonly List<string> _snapshots = [];

        // What each order's debit must sum to, kept by hand: the last total that was accepted, less what was reversed of it.
        private readonly Dictionary<(string Account, string Order), long> _orders = [];

        private readonly HashSet<string> _reversed = [];

        public Run(int accounts, Money? floor)
        {
            _market = new TestMarket(floor);
            _accounts = accounts;
            for (var account = 0; account < accounts; account++)
            {
                _market.Store.SetAccount(Name(account));
            }
        }

        public void Take(Step step)
        {
            var account = Name(step.Account % _accounts);
            switch (step.What)
            {
                case What.Post:
                    Ask(Sensible(step, account));
                    break;
                case What.Nonsense:
                    Ask(Nonsense(step, account));
                    break;
                case What.SetOrder:
                    var total = step.Pick % 5 == 0 ? 0 : step.Units;
                    Ask(_market.Order(total, $"order-{step.Pick % 3}") with { AccountId = account });
                    break;
                case What.Reverse when _market.Store.Operations is { Count: > 0 } operations:
                    Ask(_market.Reversal(operations[step.Pick % operations.Count], step.Units % 9 == 0 ? " " : "Why not"));
                    break;
                case What.Retry when _asked.Count > 0:
                    Retry(_asked[step.Pick % _asked.Count]);
                    break;
                case What.OtherContent when _asked.Where(asked => asked.First is PostingResult.Posted).ToList() is { Count: > 0 } posted:
                    var answer = Answer(Other(posted[step.Pick % posted.Count].Asked, step.Units));
                    Assert.Equal(RefusalReason.KeyConflict, Assert.IsType<PostingResult.Refused>(answer).Refusal.Reason);
                    break;
                case What.OpenOrClose:
                    _market.Store.SetAccount(account, isOpen: step.Pick % 3 != 0);
                    break;
                default:
                    break;
            }
        }

        public void Verify()
        {
            var operations = _market.Store.Operations;
            Assert.Equal(_snapshots, operations.Select(Snapshot));
            Assert.Equal(operations.Count, operations.Select(operation => operation.Id).Distinct(StringComparer.Ordinal).Count());
            Assert.Equal(operations.Count, operations.Select(operation => operation.IdempotencyKey).Distinct(StringComparer.Ordinal).Count());
            var reversals = operations.Where(operation => operation.Reverses is not null).ToList();
            Assert.Equal(reversals.Count, reversals.Select(operation => operation.Reverses).Distinct(StringComparer.Ordinal).Count());
            Assert.All(reversals, reversal =>
            {
                var reversed = operations.Single(operation => operation.Id == reversal.Reverses);
                Assert.Equal((reversed.AccountId, -reversed.Amount, OperationKind.Reversal), (reversal.AccountId, reversal.Amount, reversal.Kind));
                Assert.NotEqual(OperationKind.Reversal, reversed.Kind);
            });

            for (var account = 0; account < _accounts; account++)
            {
                VerifyAccount(Name(account), [.. operations.Where(operation => operation.AccountId == Name(account))]);
            }
        }

        private static string Name(int account) => "account-" + account.ToString(CultureInfo.InvariantCulture);

        private static string Snapshot(Operation operation) => OperationHash.Canonical(operation) + operation.Hash;

        private void VerifyAccount(string account, List<Operation> operations)
        {
            var head = _market.Head(account)!;
            Assert.Equal(operations.Sum(operation => operation.Amount.MinorUnits), head.Balance.MinorUnits);
            Assert.Equal(Enumerable.Range(1, operations.Count).Select(sequence => (long)sequence), operations.Select(operation => operation.Sequence));
            Assert.Equal(operations.Count, head.Sequence);
            var previous = string.Empty;
            foreach (var operation in operations)
            {
                Assert.False(operation.Amount.IsZero);
                Assert.Equal(previous, operation.PreviousHash);
                Assert.Equal(OperationHash.Of(operation), operation.Hash);
                previous = operation.Hash;
            }

            Assert.Equal(previous, head.Hash);
            foreach (var ((_, order), expected) in _orders.Where(order => order.Key.Account == account))
            {
                var debits = operations.Where(operation => operation.Kind == OperationKind.Order && operation.OrderId == order).ToDictionary(operation => operation.Id);
                var sum = operations.Where(operation => debits.ContainsKey(operation.Id) || (operation.Reverses is { } reversed && debits.ContainsKey(reversed)))
                    .Sum(operation => operation.Amount.MinorUnits);
                Assert.Equal(expected, sum);
            }
        }

        private void Ask(object asked)
        {
            var answer = Answer(asked);
            _asked.Add((asked, answer));
            if (asked is ReversalRequest request && _reversed.Contains(request.OperationId))
            {
                Assert.IsType<PostingResult.Refused>(answer);
            }

            if (asked is OrderDebit debit && answer is PostingResult.Posted or PostingResult.Unchanged)
            {
                _orders[(debit.AccountId, debit.OrderId)] = -debit.Total.MinorUnits;
            }
            else if (answer is PostingResult.Posted { Operation: var posted })
            {
                var named = posted.Reverses is { } reversed ? _market.Store.Operations.Single(operation => operation.Id == reversed) : posted;
                if (named is { Kind: OperationKind.Order, OrderId: { } order })
                {
                    _orders[(posted.AccountId, order)] = _orders.GetValueOrDefault((posted.AccountId, order)) + posted.Amount.MinorUnits;
                }
            }

            if (answer is PostingResult.Posted { Operation.Reverses: { } gone })
            {
                Assert.True(_reversed.Add(gone));
            }
        }

        private void Retry((object Asked, PostingResult First) earlier)
        {
            if (earlier.First is PostingResult.Posted { Operation: var first })
            {
                Assert.Equal(new PostingResult.AlreadyPosted(first), Answer(earlier.Asked));
            }
            else
            {
                // Nothing stands under its key: it is asked as if for the first time.
                _asked.Remove(earlier);
                Ask(earlier.Asked);
            }
        }

        private PostingResult Answer(object asked)
        {
            var heads = Enumerable.Range(0, _accounts).Select(account => _market.Head(Name(account))).ToList();
            var answer = asked switch
            {
                Posting posting => _market.Ask(posting),
                OrderDebit debit => _market.Ask(debit),
                _ => _market.Ask((ReversalRequest)asked),
            };
            if (answer is PostingResult.Posted { Operation: var operation })
            {
                Assert.Same(operation, _market.Store.Operations[^1]);
                _snapshots.Add(Snapshot(operation));
            }
            else
            {
                Assert.Equal(heads, Enumerable.Range(0, _accounts).Select(account => _market.Head(Name(account))));
                Assert.Equal(_snapshots.Count, _market.Store.Operations.Count);
            }

            if (answer is PostingResult.Refused { Refusal: { Reason: RefusalReason.BelowFloor, ToPay: var toPay } })
            {
                Assert.True(toPay is { IsPositive: true });
            }

            return answer;
        }

        private Posting Sensible(Step step, string account)
        {
            var kind = (OperationKind)(step.Pick % 8);
            var sign = kind switch
            {
                OperationKind.Payment or OperationKind.WriteOff => 1,
                OperationKind.Refund or OperationKind.Fee => -1,
                _ => step.Pick % 3 == 0 ? 1 : -1,
            };
            var byCheque = kind == OperationKind.Payment && step.Units % 2 == 0;
            var posting = _market.Of(kind, sign * step.Units / 10m);
            return posting with
            {
                AccountId = account,
                Method = byCheque ? "cheque" : posting.Method,
                OrderId = step.Units % 3 == 0 ? $"order-{step.Pick % 3}" : null,
                Details = byCheque ? new Dictionary<string, string> { ["number"] = "0042" } : posting.Details,
                Memo = "Line\nand = \\ more",
            };
        }

        private Posting Nonsense(Step step, string account)
        {
            var posting = Sensible(step, account);
            return (step.Units % 9) switch
            {
                0 => posting with { Amount = Money.Zero(Currency.Euro) },
                1 => posting with { Kind = OperationKind.Reversal },
                2 => posting with { AccountId = "nobody" },
                3 => posting with { Amount = new Money(step.Units, TestMarket.Dollar) },
                4 => posting with { Amount = new Money(step.Pick % 2 == 0 ? long.MinValue : long.MaxValue, Currency.Euro) },
                5 => posting with { Method = "shells" },
                6 => posting with { Memo = new string('m', 501) },
                7 => posting with { IdempotencyKey = string.Empty },
                _ => posting with { Amount = -posting.Amount },
            };
        }

        private static object Other(object asked, int units) => asked switch
        {
            Posting posting => units % 2 == 0 ? posting with { Amount = posting.Amount + new Money(units, Currency.Euro) } : posting with { Memo = "Another" },
            OrderDebit debit => units % 2 == 0 ? debit with { Total = debit.Total + new Money(units, Currency.Euro) } : debit with { OrderId = "order-other" },
            _ => (ReversalRequest)asked with { OperationId = "operation-other" },
        };
    }
}
