using Market.Ledger.Accounts;
using Market.Ledger.Amounts;
using Market.Ledger.Chain;
using Market.Ledger.Closings;
using Market.Ledger.Pending;
using Market.Ledger.Postings;

namespace Market.Ledger.Tests;

/// <summary>The stores of one unit of work.</summary>
/// <param name="Ledger">Operations.</param>
/// <param name="Pending">Pending payments.</param>
/// <param name="Closings">Closings.</param>
public sealed record LedgerStores(ILedgerStore Ledger, IPendingPaymentStore Pending, IClosingStore Closings);

/// <summary>
/// What every store of a ledger does. A store's own tests derive from it; this file needs nothing but the engine and xUnit, so that other
/// test projects link it. The books need not be empty, and may be shared by the tests.
/// </summary>
public abstract class LedgerStoreContract
{
    private static readonly DateTimeOffset Instant = new(2001, 3, 14, 17, 30, 5, 250, TimeSpan.Zero);

    private static int _ids;

    /// <summary>Opens an account that nobody used, in euros and without a floor of its own, committed.</summary>
    /// <returns>Its id.</returns>
    protected abstract Task<string> OpenAccountAsync();

    /// <summary>Runs work in a unit of work of its own, in a new scope: committed, or undone if told so or when it throws.</summary>
    protected abstract Task RunAsync(Func<LedgerStores, Task> work, bool commit = true);

    [Fact]
    public async Task An_account_that_is_not_there_is_not_locked() =>
        await RunAsync(async stores => Assert.Null(await stores.Ledger.LockAsync("nobody")));

    [Fact]
    public async Task A_new_account_has_nothing()
    {
        var account = await OpenAccountAsync();
        await RunAsync(async stores => Assert.Equal(
            new AccountHead(account, true, Euros(0), 0, string.Empty),
            (await Lock(stores, account)) with { ClosedUntil = null, OpenFrom = null }));
    }

    [Fact]
    public async Task What_is_appended_is_found_and_moves_the_account_in_the_same_unit_of_work_and_after()
    {
        var account = await OpenAccountAsync();
        var operation = Operation(account, 1, 500) with
        {
            Method = "cheque",
            OrderId = NewId(),
            DistributionId = NewId(),
            Details = new Dictionary<string, string> { ["number"] = "0042", ["bank"] = "Crédit = \\ é" },
            Memo = "Two\nlines",
            RecordedAt = Instant.AddMilliseconds(7),
        };
        operation = operation with { Hash = OperationHash.Of(operation) };
        await RunAsync(async stores =>
        {
            await Append(stores, operation);
            await IsThere(stores);
        });
        await RunAsync(IsThere);

        async Task IsThere(LedgerStores stores)
        {
            var head = await Lock(stores, account);
            Assert.Equal((Euros(5), 1, operation.Hash, operation.RecordedAt), (head.Balance, head.Sequence, head.Hash, head.LastRecordedAt));
            foreach (var found in new[] { await stores.Ledger.FindAsync(operation.Id), await stores.Ledger.FindByKeyAsync(operation.IdempotencyKey) })
            {
                Assert.Equal(operation, found! with { Details = operation.Details });
                Assert.Equal(operation.Hash, OperationHash.Of(found));
            }
        }
    }

    [Fact]
    public async Task What_is_not_committed_never_was()
    {
        var account = await OpenAccountAsync();
        var operation = Operation(account, 1, 500);
        var payment = Payment(account, 700);
        await RunAsync(
            async stores =>
            {
                await Append(stores, operation);
                await stores.Pending.AddPendingAsync(payment, (await Lock(stores, account)).Announcing(payment));
            },
            commit: false);
        await Assert.ThrowsAnyAsync<Exception>(() => RunAsync(async stores =>
        {
            await Append(stores, operation);
            throw new TimeoutException();
        }));
        await RunAsync(async stores =>
        {
            Assert.Null(await stores.Ledger.FindAsync(operation.Id));
            Assert.Null(await stores.Ledger.FindByKeyAsync(operation.IdempotencyKey));
            Assert.Null(await stores.Pending.FindPendingAsync(payment.Id));
            Assert.Equal((0, 0, 0), await Moved(stores, account));
            await Append(stores, operation);
        });
    }

    [Fact]
    public async Task Keys_differ_by_case()
    {
        var account = await OpenAccountAsync();
        var key = "key-" + NewId();
        var lower = Operation(account, 1, 500) with { IdempotencyKey = key };
        var upper = Operation(account, 2, 500) with { IdempotencyKey = key.ToUpperInvariant() };
        var first = Payment(account, 700) with { IdempotencyKey = key };
        var second = Payment(account, 700) with { IdempotencyKey = key.ToUpperInvariant() };
        await RunAsync(async stores =>
        {
            await Append(stores, lower);
            Assert.Null(await stores.Ledger.FindByKeyAsync(upper.IdempotencyKey));
            await Append(stores, upper);
            await Announce(stores, first);
            Assert.Null(await stores.Pending.FindPendingByKeyAsync(second.IdempotencyKey));
            await Announce(stores, second);
        });
        await RunAsync(async stores =>
        {
            Assert.Equal(lower.Id, (await stores.Ledger.FindByKeyAsync(lower.IdempotencyKey))?.Id);
            Assert.Equal(upper.Id, (await stores.Ledger.FindByKeyAsync(upper.IdempotencyKey))?.Id);
            Assert.Equal(first.Id, (await stores.Pending.FindPendingByKeyAsync(first.IdempotencyKey))?.Id);
            Assert.Equal(second.Id, (await stores.Pending.FindPendingByKeyAsync(second.IdempotencyKey))?.Id);
        });
    }

    [Fact]
    public async Task An_account_is_taken_with_what_a_key_posted()
    {
        var (account, other) = (await OpenAccountAsync(), await OpenAccountAsync());
        var key = "key-" + NewId();
        await RunAsync(async stores =>
        {
            var (before, nothing) = await stores.Ledger.LockAsync(account, key);
            Assert.Equal(await Lock(stores, account), before);
            Assert.Null(nothing);
            await Append(stores, Operation(account, 1, 500) with { IdempotencyKey = key });
            var (after, first) = await stores.Ledger.LockAsync(account, key);
            Assert.Equal((500, 1), (after?.Balance.MinorUnits, after?.Sequence));
            Assert.Equal(key, first?.IdempotencyKey);
            Assert.Null((await stores.Ledger.LockAsync(account, key.ToUpperInvariant())).First);
        });
        await RunAsync(async stores =>
        {
            var (head, first) = await stores.Ledger.LockAsync(other, key);
            Assert.Equal((other, 0), (head?.AccountId, head?.Sequence));
            Assert.Equal(account, first?.AccountId);
            Assert.Null((await stores.Ledger.LockAsync("nobody", key)).Account);
        });
    }

    [Fact]
    public async Task A_key_of_any_text_and_length_is_found()
    {
        var account = await OpenAccountAsync();
        var keys = new[] { new string('k', PostingRules.MaxKeyLength - 26) + NewId(), "é 😀 ' \" % _ \\ " + NewId(), NewId() + " " };
        await RunAsync(async stores =>
        {
            for (var i = 0; i < keys.Length; i++)
            {
                await Append(stores, Operation(account, i + 1, 100) with { IdempotencyKey = keys[i] });
            }
        });
        await RunAsync(async stores =>
        {
            foreach (var key in keys)
            {
                Assert.Equal(key, (await stores.Ledger.FindByKeyAsync(key))?.IdempotencyKey);
            }

            Assert.Null(await stores.Ledger.FindByKeyAsync(keys[2].TrimEnd()));
        });
    }

    [Fact]
    public async Task A_reversal_is_found_by_what_it_reverses()
    {
        var account = await OpenAccountAsync();
        var operation = Operation(account, 1, 500);
        var reversal = Operation(account, 2, -500) with { Kind = OperationKind.Reversal, Reverses = operation.Id };
        await RunAsync(async stores =>
        {
            await Append(stores, operation);
            Assert.Null(await stores.Ledger.FindReversalOfAsync(operation.Id));
            await Append(stores, reversal);
            Assert.Equal(reversal.Id, (await stores.Ledger.FindReversalOfAsync(operation.Id))?.Id);
        });
        await RunAsync(async stores =>
        {
            Assert.Equal(reversal.Id, (await stores.Ledger.FindReversalOfAsync(operation.Id))?.Id);
            Assert.Null(await stores.Ledger.FindReversalOfAsync(reversal.Id));
        });
    }

    [Fact]
    public async Task An_orders_debit_is_orders_and_their_reversals()
    {
        var (account, other) = (await OpenAccountAsync(), await OpenAccountAsync());
        var (order, another) = (NewId(), NewId());
        var debit = Operation(account, 1, -3000, OperationKind.Order, order);
        var payment = Operation(account, 2, 3000, OperationKind.Payment, order);
        await RunAsync(async stores =>
        {
            await Append(stores, debit);
            await Append(stores, payment);
            await Append(stores, Operation(account, 3, -500, OperationKind.Order, order));
            await Append(stores, Operation(account, 4, -800, OperationKind.Order, another));
            await Append(stores, Operation(account, 5, 3000, OperationKind.Reversal, order) with { Reverses = debit.Id });
            await Append(stores, Operation(account, 6, -3000, OperationKind.Reversal, order) with { Reverses = payment.Id });
            await Append(stores, Operation(other, 1, -7, OperationKind.Order, order));
            await Sums(stores);
        });
        await RunAsync(Sums);

        async Task Sums(LedgerStores stores)
        {
            Assert.Equal([(1, -3000), (3, -500), (5, 3000)], await PostedAsync(account, order));
            Assert.Equal([(4, -800)], await PostedAsync(account, another));
            Assert.Equal([(1, -7)], await PostedAsync(other, order));
            Assert.Empty(await PostedAsync(other, another));

            async Task<IEnumerable<(long, long)>> PostedAsync(string of, string orderId) =>
                (await stores.Ledger.ListOrderAsync(of, orderId)).Select(operation => (operation.Sequence, operation.Amount.MinorUnits));
        }
    }

    [Theory]
    [InlineData("id")]
    [InlineData("key")]
    [InlineData("place")]
    [InlineData("reversed operation")]
    public async Task A_second_operation_of_what_is_unique_is_refused(string what)
    {
        var account = await OpenAccountAsync();
        var operation = Operation(account, 1, 500);
        var reversal = Operation(account, 2, -500) with { Kind = OperationKind.Reversal, Reverses = operation.Id };
        await RunAsync(async stores =>
        {
            await Append(stores, operation);
            await Append(stores, reversal);
        });
        var next = Operation(account, 3, 100);
        next = what switch
        {
            "id" => next with { Id = operation.Id },
            "key" => next with { IdempotencyKey = operation.IdempotencyKey },
            "place" => next with { Sequence = 2 },
            _ => next with { Kind = OperationKind.Reversal, Reverses = operation.Id },
        };
        await Assert.ThrowsAnyAsync<Exception>(() => RunAsync(stores => Append(stores, next)));
        await RunAsync(async stores => Assert.Equal((0, 2, 0), await Moved(stores, account)));
    }

    [Fact]
    public async Task What_is_announced_and_what_became_of_it_is_found_and_moves_the_account()
    {
        var account = await OpenAccountAsync();
        var first = Payment(account, 700) with { Details = new Dictionary<string, string> { ["bank"] = "é" }, OrderId = NewId(), DistributionId = NewId(), Memo = "Soon" };
        var second = Payment(account, 300);
        await RunAsync(async stores =>
        {
            await Announce(stores, first);
            await Announce(stores, second);
            Assert.Equal((0, 0, 1000), await Moved(stores, account));
        });
        await RunAsync(async stores =>
        {
            Assert.Equal((0, 0, 1000), await Moved(stores, account));
            foreach (var found in new[] { await stores.Pending.FindPendingAsync(first.Id), await stores.Pending.FindPendingByKeyAsync(first.IdempotencyKey) })
            {
                Assert.Equal(first.Details, found!.Details);
                Assert.Equal(first, found with { Details = first.Details });
            }
        });

        var cancelled = first with { State = PendingState.Cancelled, CancellationReason = "No", SettledAt = Instant.AddHours(1), SettledBy = "clerk" };
        await RunAsync(async stores =>
        {
            await Settle(stores, cancelled);
            Assert.Equal((0, 0, 300), await Moved(stores, account));
        });
        await RunAsync(async stores =>
        {
            Assert.Equal((0, 0, 300), await Moved(stores, account));
            Assert.Equal(cancelled, (await stores.Pending.FindPendingAsync(first.Id))! with { Details = first.Details });
            Assert.Equal(PendingState.Announced, (await stores.Pending.FindPendingByKeyAsync(second.IdempotencyKey))?.State);
        });
    }

    [Fact]
    public async Task An_operation_leaves_what_is_pending_and_a_pending_payment_what_is_confirmed()
    {
        var account = await OpenAccountAsync();
        var payment = Payment(account, 700);
        await RunAsync(async stores =>
        {
            await Announce(stores, payment);
            await Append(stores, Operation(account, 1, 500));
            Assert.Equal((500, 1, 700), await Moved(stores, account));
            await Settle(stores, payment with { State = PendingState.Received, OperationId = NewId(), SettledAt = Instant, SettledBy = "clerk" });
            await Append(stores, Operation(account, 2, 700));
        });
        await RunAsync(async stores => Assert.Equal((1200, 2, 0), await Moved(stores, account)));
    }

    [Theory]
    [InlineData("id")]
    [InlineData("key")]
    public async Task A_second_pending_payment_of_what_is_unique_is_refused(string what)
    {
        var account = await OpenAccountAsync();
        var payment = Payment(account, 700);
        await RunAsync(stores => Announce(stores, payment));
        var second = Payment(account, 100);
        second = what == "id" ? second with { Id = payment.Id } : second with { IdempotencyKey = payment.IdempotencyKey };
        await Assert.ThrowsAnyAsync<Exception>(() => RunAsync(stores => Announce(stores, second)));
        await RunAsync(async stores => Assert.Equal((0, 0, 700), await Moved(stores, account)));
    }

    [Fact]
    public async Task A_payment_that_is_settled_is_not_settled_again()
    {
        var account = await OpenAccountAsync();
        var payment = Payment(account, 700);
        var cancelled = payment with { State = PendingState.Cancelled, CancellationReason = "No", SettledAt = Instant, SettledBy = "clerk" };
        await RunAsync(stores => Announce(stores, payment));
        await RunAsync(stores => Settle(stores, cancelled));
        await Assert.ThrowsAnyAsync<Exception>(() => RunAsync(stores => Settle(stores, payment with { State = PendingState.Received, OperationId = NewId() })));
        await RunAsync(async stores =>
        {
            Assert.Equal(PendingState.Cancelled, (await stores.Pending.FindPendingAsync(payment.Id))?.State);
            Assert.Equal((0, 0, 0), await Moved(stores, account));
        });
    }

    [Fact]
    public async Task What_is_not_there_is_not_found() => await RunAsync(async stores =>
    {
        Assert.Null(await stores.Ledger.FindAsync(NewId()));
        Assert.Null(await stores.Ledger.FindByKeyAsync(NewId()));
        Assert.Null(await stores.Ledger.FindReversalOfAsync(NewId()));
        Assert.Null(await stores.Pending.FindPendingAsync(NewId()));
        Assert.Null(await stores.Pending.FindPendingByKeyAsync(NewId()));
    });

    [Theory]
    [InlineData(ClosingKind.Daily)]
    [InlineData(ClosingKind.Monthly)]
    [InlineData(ClosingKind.Yearly)]
    public async Task A_closing_is_kept_once_and_every_account_knows_of_it(ClosingKind kind)
    {
        var account = await OpenAccountAsync();
        Closing? closing = null;
        await RunAsync(async stores =>
        {
            closing = Closing(kind, await stores.Closings.FindLastClosingAsync(kind));
            await stores.Closings.AddClosingAsync(closing);
        });
        await RunAsync(async stores =>
        {
            var last = await stores.Closings.FindLastClosingAsync(kind);
            Assert.Equal(closing, last);
            Assert.Equal(closing!.Hash, ClosingHash.Of(last!));
            var head = await Lock(stores, account);
            Assert.True(head.ClosedUntil >= closing.Period.To);
            if (kind is ClosingKind.Yearly)
            {
                Assert.True(head.OpenFrom >= ClosingKey.DayAfter(kind, closing.Period.Key), $"{closing.Period.Key} is closed, and {head.OpenFrom} is the first open day.");
            }
        });
        await Assert.ThrowsAnyAsync<Exception>(() => RunAsync(stores => stores.Closings.AddClosingAsync(closing! with { ClosedAt = closing.ClosedAt.AddHours(1), Hash = "other" })));
        await RunAsync(async stores => Assert.Equal(closing, await stores.Closings.FindLastClosingAsync(kind)));
    }

    private static Closing Closing(ClosingKind kind, Closing? last)
    {
        // Long ago, so that books the tests share are not closed to what else is recorded in them.
        var calendar = new ClosingCalendar(day => new DateTimeOffset(day.ToDateTime(default), TimeSpan.FromHours(1)));
        var period = last is null ? calendar.PeriodOf(kind, new DateTimeOffset(1970, 3, 14, 12, 0, 0, TimeSpan.Zero)) : calendar.After(last.Period);
        var none = LedgerTotals.None(Currency.Euro);
        var unsealed = new Closing
        {
            Period = period,
            Totals = new LedgerTotals(3, Euros(30), Euros(20)),
            Perpetual = last is null ? none : last.Perpetual,
            Accounts = 2,
            Root = new string('a', 64),
            ClosedAt = Instant,
            PreviousHash = last?.Hash ?? string.Empty,
            Hash = string.Empty,
        };
        return unsealed with { Hash = ClosingHash.Of(unsealed) };
    }

    private static Operation Operation(string account, long sequence, long minorUnits, OperationKind kind = OperationKind.Adjustment, string? orderId = null) => new()
    {
        Id = NewId(),
        AccountId = account,
        Sequence = sequence,
        Kind = kind,
        Amount = new Money(minorUnits, Currency.Euro),
        OrderId = orderId,
        OccurredOn = new DateOnly(2001, 3, 14),
        RecordedAt = Instant,
        RecordedBy = "clerk",
        IdempotencyKey = NewId(),
        PreviousHash = string.Empty,
        Hash = new string('f', 64),
    };

    private static PendingPayment Payment(string account, long minorUnits) => new()
    {
        Id = NewId(),
        AccountId = account,
        Amount = new Money(minorUnits, Currency.Euro),
        Method = "transfer",
        AnnouncedOn = new DateOnly(2001, 3, 14),
        AnnouncedAt = Instant,
        AnnouncedBy = "member",
        IdempotencyKey = NewId(),
    };

    private static async Task<AccountHead> Lock(LedgerStores stores, string account)
    {
        var head = await stores.Ledger.LockAsync(account);
        Assert.NotNull(head);
        return head;
    }

    private static async Task<(long Balance, long Sequence, long Pending)> Moved(LedgerStores stores, string account)
    {
        var head = await Lock(stores, account);
        return (head.Balance.MinorUnits, head.Sequence, head.Pending);
    }

    private static async Task Append(LedgerStores stores, Operation operation) =>
        await stores.Ledger.AppendAsync(operation, (await Lock(stores, operation.AccountId)).After(operation));

    private static async Task Announce(LedgerStores stores, PendingPayment payment) =>
        await stores.Pending.AddPendingAsync(payment, (await Lock(stores, payment.AccountId)).Announcing(payment));

    private static async Task Settle(LedgerStores stores, PendingPayment payment) =>
        await stores.Pending.SettlePendingAsync(payment, (await Lock(stores, payment.AccountId)).NoLongerAwaiting(payment));

    private static Money Euros(long units) => new(units * 100, Currency.Euro);

    // As long as the ids of a site, and never the same twice in a database that outlives a run.
    private static string NewId() => $"{Guid.NewGuid():N}"[..20] + $"{Interlocked.Increment(ref _ids):x6}";
}
