using System.Globalization;
using CsCheck;
using Market.Ledger.Accounts;
using Market.Ledger.Amounts;
using Market.Ledger.Chain;
using Market.Ledger.Closings;
using Market.Ledger.Pending;
using Market.Ledger.Postings;

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
        Announce,
        Receive,
        Cancel,
        Wait,
        TurnBackTheClock,
        ClosePeriods,
    }

    private static readonly Gen<Step> Steps = Gen.Select(
        Gen.Frequency((4, What.Post), (2, What.Nonsense), (5, What.SetOrder), (4, What.Reverse), (3, What.Retry), (2, What.OtherContent), (1, What.OpenOrClose),
            (3, What.Announce), (3, What.Receive), (2, What.Cancel), (3, What.Wait), (1, What.TurnBackTheClock), (2, What.ClosePeriods)),
        Gen.Int[0, 3],
        Gen.OneOf(Gen.Int[1, 50], Gen.Int[1, 5000]),
        Gen.Int[0, 9999],
        Gen.Frequency((4, false), (1, true)),
        (what, account, units, pick, crash) => new Step(what, account, units, pick, crash));

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
        }, iter: 500);

    /// <param name="What">What is asked.</param>
    /// <param name="Account">Of which account.</param>
    /// <param name="Units">About how much.</param>
    /// <param name="Pick">Which of what is there.</param>
    /// <param name="Crash">Whether the first try is lost before it is committed.</param>
    public sealed record Step(What What, int Account, int Units, int Pick, bool Crash);

    /// <summary>One ledger, what was asked of it, and what must be true by then.</summary>
    private sealed class Run
    {
        private readonly TestMarket _market;

        private readonly int _accounts;

        private readonly List<(object Asked, Answer First)> _asked = [];

        private readonly List<string> _snapshots = [];

        // What each order's debit must sum to, kept by hand: the last total that was accepted, less what was reversed of it.
        private readonly Dictionary<(string Account, string Order), long> _orders = [];

        private readonly HashSet<string> _reversed = [];

        // What each announced payment adds to what is pending, kept by hand.
        private readonly Dictionary<string, (string Account, long MinorUnits)> _awaited = [];

        private int _closed;

        private bool _crash;

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
            _crash = step.Crash;
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
                case What.OtherContent when _asked.Where(asked => asked is { First.IsDone: true, Asked: Posting or OrderDebit or ReversalRequest or Announcement }).ToList() is { Count: > 0 } done:
                    Assert.Equal(RefusalReason.KeyConflict, Asking(Other(done[step.Pick % done.Count].Asked, step.Units)).Refusal?.Reason);
                    break;
                case What.OpenOrClose:
                    _market.Store.SetAccount(account, isOpen: step.Pick % 3 != 0);
                    break;
                case What.Announce:
                    var units = step.Units % 11 == 0 ? -1 : step.Units / 10m;
                    Ask(_market.Announcement(units) with { AccountId = account, OrderId = step.Units % 3 == 0 ? $"order-{step.Pick % 3}" : null });
                    break;
                case What.Receive when _market.Store.PendingPayments.ElementAtOrDefault(step.Pick % Math.Max(1, _market.Store.PendingPayments.Count)) is { } payment:
                    Ask(TestMarket.Receipt(payment) with { Amount = step.Units % 4 == 0 ? TestMarket.Euros(step.Units) : null });
                    break;
                case What.Cancel when _market.Store.PendingPayments.ElementAtOrDefault(step.Pick % Math.Max(1, _market.Store.PendingPayments.Count)) is { } payment:
                    Ask(TestMarket.Cancellation(payment, step.Units % 9 == 0 ? " " : "It never came"));
                    break;
                case What.Wait:
                    _market.Now = _market.Now.AddMinutes(step.Units);
                    break;
                case What.TurnBackTheClock:
                    _market.Now = _market.Now.AddMinutes(-step.Units);
                    break;
                case What.ClosePeriods:
                    ClosePeriods();
                    break;
                default:
                    break;
            }
        }

        public void Verify()
        {
            var verification = _market.Verification();
            Assert.True(verification.Holds, string.Join('\n', verification.Findings));
            Assert.Equal((_market.Store.AccountIds.Count(), _snapshots.Count, _closed), (verification.Accounts, verification.Operations, verification.Closings));
            Assert.Equal(_awaited.Values.Sum(payment => payment.MinorUnits), verification.Pending.MinorUnits);
            Assert.Equal(
                _awaited.Keys.Order(),
                _market.Store.PendingPayments.Where(payment => payment.State is PendingState.Announced).Select(payment => payment.Id).Order());
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
            Assert.Equal(_awaited.Values.Where(payment => payment.Account == account).Sum(payment => payment.MinorUnits), head.Pending);
            Assert.Equal(head.Balance + head.Balances.Pending, head.Balances.Projected);
            Assert.Equal(operations.Select(operation => operation.RecordedAt).Order(), operations.Select(operation => operation.RecordedAt));
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

        private void ClosePeriods()
        {
            var closings = InTransaction(() => _market.CloseDue(), _ => true);
            Assert.All(closings, closing => Assert.True(closing.Period.To + ClosingCalendar.Margin <= _market.Now));
            Assert.Equal(closings, _market.Store.Closings.Skip(_closed));
            _closed += closings.Count;
            Assert.Empty(_market.CloseDue());
        }

        private void Ask(object asked)
        {
            var answer = Asking(asked);
            _asked.Add((asked, answer));
            if (asked is ReversalRequest request && _reversed.Contains(request.OperationId))
            {
                Assert.NotNull(answer.Refusal);
            }

            if (asked is OrderDebit debit && answer.Refusal is null)
            {
                _orders[(debit.AccountId, debit.OrderId)] = -debit.Total.MinorUnits;
            }
            else if (answer is { IsDone: true, Operation: { } posted })
            {
                var named = posted.Reverses is { } reversed ? _market.Store.Operations.Single(operation => operation.Id == reversed) : posted;
                if (named is { Kind: OperationKind.Order, OrderId: { } order })
                {
                    _orders[(posted.AccountId, order)] = _orders.GetValueOrDefault((posted.AccountId, order)) + posted.Amount.MinorUnits;
                }
            }

            if (answer is { IsDone: true, Operation.Reverses: { } gone })
            {
                Assert.True(_reversed.Add(gone));
            }

            switch (asked)
            {
                case Announcement announcement when answer.IsDone:
                    _awaited.Add(answer.Payment!.Id, (announcement.AccountId, announcement.Amount.MinorUnits));
                    break;
                case Receipt receipt:
                    Settled(receipt.PendingPaymentId, answer, PendingState.Received);
                    break;
                case Cancellation cancellation:
                    Settled(cancellation.PendingPaymentId, answer, PendingState.Cancelled);
                    break;
                default:
                    break;
            }
        }

        // What is settled is settled the one way that was asked first, and the other way is refused.
        private void Settled(string payment, Answer answer, PendingState state)
        {
            Assert.True(!answer.IsDone || _awaited.Remove(payment));
            var stands = _market.Pending(payment);
            Assert.Equal(answer.Refusal is null, stands.State == state);
            if (state is PendingState.Received && answer.Refusal is null)
            {
                Assert.Equal(stands.OperationId, answer.Operation!.Id);
                Assert.Equal(stands.ReceiptKey, answer.Operation.IdempotencyKey);
            }
        }

        private void Retry((object Asked, Answer First) earlier)
        {
            if (earlier.First is { IsDone: true } first)
            {
                var again = Asking(earlier.Asked);
                Assert.Equal((false, null, first.Operation, first.Payment?.Id), (again.IsDone, again.Refusal, again.Operation, again.Payment?.Id));
            }
            else
            {
                // Nothing stands under its key: it is asked as if for the first time.
                _asked.Remove(earlier);
                Ask(earlier.Asked);
            }
        }

        private Answer Asking(object asked)
        {
            var before = State();
            var answer = InTransaction(
                () => asked switch
                {
                    Posting posting => Answer.Of(_market.Ask(posting)),
                    OrderDebit debit => Answer.Of(_market.Ask(debit)),
                    Announcement announcement => Answer.Of(_market.Ask(announcement)),
                    Receipt receipt => Answer.Of(_market.Ask(receipt)),
                    Cancellation cancellation => Answer.Of(_market.Ask(cancellation)),
                    _ => Answer.Of(_market.Ask((ReversalRequest)asked)),
                },
                answer => answer.IsDone);
            if (answer is { IsDone: true, Operation: { } operation })
            {
                Assert.Same(operation, _market.Store.Operations[^1]);
                _snapshots.Add(Snapshot(operation));
                Assert.DoesNotContain(_market.Store.Closings, closing => closing.Period.To > operation.RecordedAt);
                if (operation is { Kind: OperationKind.Order, Amount.IsNegative: true } && _market.Terms.Floor is { } floor)
                {
                    Assert.True(_market.Balance(operation.AccountId) >= floor);
                }
            }

            if (!answer.IsDone)
            {
                Same(before, State());
            }

            if (answer.Refusal is { Reason: RefusalReason.BelowFloor, ToPay: var toPay })
            {
                Assert.True(toPay is { IsPositive: true });
            }

            return answer;
        }

        // A crash loses the first try whole; the second is asked with the same keys and is the one that counts.
        private T InTransaction<T>(Func<T> work, Func<T, bool> keep)
        {
            if (_crash)
            {
                var before = State();
                using (_market.Store.Begin())
                {
                    work();
                }

                Same(before, State());
            }

            using var transaction = _market.Store.Begin();
            var answer = work();
            if (keep(answer))
            {
                transaction.Commit();
            }

            return answer;
        }

        private (List<AccountHead?> Heads, int Operations, List<PendingPayment> Payments, int Closings) State() => (
            [.. _market.Store.AccountIds.Select(account => _market.Head(account))],
            _market.Store.Operations.Count,
            [.. _market.Store.PendingPayments.OrderBy(payment => payment.Id, StringComparer.Ordinal)],
            _market.Store.Closings.Count);

        private static void Same(
            (List<AccountHead?> Heads, int Operations, List<PendingPayment> Payments, int Closings) before,
            (List<AccountHead?> Heads, int Operations, List<PendingPayment> Payments, int Closings) after)
        {
            Assert.Equal(before.Heads, after.Heads);
            Assert.Equal(before.Payments, after.Payments);
            Assert.Equal((before.Operations, before.Closings), (after.Operations, after.Closings));
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
            Announcement announcement => units % 2 == 0 ? announcement with { Memo = "Another" } : announcement with { Amount = announcement.Amount + new Money(units, Currency.Euro) },
            OrderDebit debit => units % 2 == 0 ? debit with { Total = debit.Total + new Money(units, Currency.Euro) } : debit with { OrderId = "order-other" },
            _ => (ReversalRequest)asked with { OperationId = "operation-other" },
        };
    }

    /// <summary>Any command's answer.</summary>
    private sealed record Answer(bool IsDone, Operation? Operation, PendingPayment? Payment, Refusal? Refusal)
    {
        public static Answer Of(PostingResult result) => result switch
        {
            PostingResult.Posted posted => new Answer(true, posted.Operation, null, null),
            PostingResult.AlreadyPosted posted => new Answer(false, posted.Operation, null, null),
            PostingResult.Refused refused => new Answer(false, null, null, refused.Refusal),
            _ => new Answer(false, null, null, null),
        };

        public static Answer Of(PendingResult result) => result switch
        {
            PendingResult.Done done => new Answer(true, null, done.Payment, null),
            PendingResult.AlreadyDone done => new Answer(false, null, done.Payment, null),
            _ => new Answer(false, null, null, ((PendingResult.Refused)result).Refusal),
        };
    }
}
