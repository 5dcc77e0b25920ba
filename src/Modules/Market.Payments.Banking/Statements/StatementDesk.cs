using System.Security.Cryptography;
using Market.Bank.Identity;
using Market.Bank.Statements;
using Market.Ledger;
using Market.Ledger.Banking;
using Market.Ledger.Postings;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using OrchardCore.Entities;
using OrchardCore.Modules;

namespace Market.Payments.Banking.Statements;

/// <summary>Reads bank files: all of a file in one unit of work, or nothing. No money moves by it.</summary>
public sealed class StatementDesk(IUnitOfWork work, IWaysToPay ways, StatementWords words, IIdGenerator ids, IClock clock, IStringLocalizer<StatementDesk> S)
{
    /// <summary>The largest file that is read.</summary>
    public const int MostBytes = 25 * 1024 * 1024;

    /// <summary>The most lines of a file.</summary>
    public const int MostLines = 100_000;

    // Forms say the day of booking, or the day from which the bank counts.
    private const int NearDays = 10;

    // A part of an account's IBAN that is as long as this names it.
    private const int ShortestNumber = 8;

    /// <summary>Reads a file.</summary>
    /// <param name="file">What is in it, in which one can go back.</param>
    /// <param name="fileName">What it is called, for people.</param>
    /// <param name="read">Tells what it says.</param>
    /// <param name="form">The form of its lines.</param>
    /// <param name="isOurs">Whether somebody said that accounts that are not known yet are the market's.</param>
    /// <param name="userId">Who reads it.</param>
    public async Task<ImportAnswer> ReadAsync(Stream file, string fileName, string form, Func<Stream, IEnumerable<StatementPart>> read, bool isOurs, string userId)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(read);
        var fileKey = Convert.ToHexStringLower(await SHA256.HashDataAsync(file));
        file.Position = 0;
        var statements = ReadStatement.Gather(read(file), MostLines, out var fault);
        if (fault is not null)
        {
            return new ImportAnswer.Refused(words.For(fault));
        }

        if (statements.Count == 0)
        {
            return new ImportAnswer.Refused(words.For(new StatementFault(StatementFaultReason.Missing)));
        }

        var iban = Iban.TryParse((await ways.GetDetailsAsync()).TransferIban, out var known) ? known.Value : null;
        var bank = new BankFile(form, statements);
        return await work.RunAsync(services => KeepAsync(services, bank, iban, fileKey, fileName, isOurs, userId), answer => answer is ImportAnswer.Done);
    }

    private async Task<ImportAnswer> KeepAsync(IServiceProvider services, BankFile file, string? iban, string fileKey, string fileName, bool isOurs, string userId)
    {
        var store = services.GetRequiredService<StatementStore>();
        await store.LockAsync();
        if (await store.FindImportByFileAsync(fileKey) is { } before)
        {
            return new ImportAnswer.AlreadyDone(before.ImportId);
        }

        var accounts = (await store.LiveStatementsAsync()).Select(row => row.Account).Append(iban).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var statements = file.Statements.Select(statement => statement with { Account = Named(statement.Account, accounts) }).ToList();
        var strangers = statements.Select(statement => statement.Account).Where(account => !accounts.Contains(account)).Distinct(StringComparer.Ordinal).ToList();
        if (strangers.Count > 0 && accounts.Count > 0 && !isOurs)
        {
            return new ImportAnswer.UnknownAccount(strangers);
        }

        var currency = (await services.GetRequiredService<IMarketTerms>().GetAsync()).Currency;
        if (statements.TrueForAll(statement => statement.Currency != currency))
        {
            return new ImportAnswer.Refused(S["The file is of an account in {0}, and the market counts in {1}.", statements[0].Currency.Code, currency.Code]);
        }

        var key = await services.GetRequiredService<PayerKeys>().GetKeyAsync();
        var import = new ImportRow
        {
            ImportId = ids.GenerateUniqueId(),
            FileName = LineRow.Cut(Path.GetFileName(fileName), ImportRow.MaxNameLength) ?? string.Empty,
            FileKey = fileKey,
            Form = file.Form,
            ReadAt = new DateTimeOffset(clock.UtcNow).ToUnixTimeMilliseconds(),
            ReadBy = userId,
        };
        var rows = new List<LineRow>();
        foreach (var account in statements.Where(statement => statement.Currency == currency).GroupBy(statement => statement.Account, StringComparer.Ordinal))
        {
            rows.AddRange(await JudgeAsync(store, import, account.Key, [.. account.SelectMany(statement => statement.Lines)], key));
        }

        for (var place = 0; place < rows.Count; place++)
        {
            rows[place].Place = place + 1;
        }

        await store.AddAsync(import, statements.Select((statement, place) => Row(import, statement, place)), rows);
        return new ImportAnswer.Done(import.ImportId);
    }

    private async Task<List<LineRow>> JudgeAsync(StatementStore store, ImportRow import, string account, List<BankLine> said, byte[] key)
    {
        if (said.Count == 0)
        {
            return [];
        }

        // Compared as they are kept: cut to their columns, who paid by the keyed hash.
        var rows = said.ConvertAll(line => Row(import, account, line, key));
        var currency = said[0].Amount.Currency;
        var (from, to) = (said.Min(line => line.BookedOn).AddDays(-NearDays), said.Max(line => line.BookedOn).AddDays(NearDays));
        var verdicts = Once.Judge(import.Form, rows.ConvertAll(row => row.ToLine(currency)), await store.KnownAsync(account, currency, from, to));
        var ordinals = await store.OrdinalsAsync(account, from, to);
        for (var place = 0; place < rows.Count; place++)
        {
            var row = rows[place];
            switch (verdicts[place])
            {
                case Verdict.New:
                    var ordinal = ordinals[(row.BookedOn, row.Amount)] = ordinals.GetValueOrDefault((row.BookedOn, row.Amount)) + 1;
                    (row.State, row.MovementId, row.MovementKey) = (nameof(LineState.Waiting), row.LineId, StatementStore.KeyOf(account, row.BookedOn, row.Amount, ordinal));
                    break;
                case Verdict.Known known:
                    (row.State, row.MovementId, row.Why) = (nameof(LineState.Known), known.Id, known.By.ToString());
                    break;
                case Verdict.Doubtful doubtful:
                    (row.State, row.MovementId) = (nameof(LineState.Doubtful), doubtful.Ids[0]);
                    break;
            }
        }

        return rows;
    }

    private LineRow Row(ImportRow import, string account, BankLine line, byte[] key)
    {
        var lineId = ids.GenerateUniqueId();
        return new LineRow
        {
            LineId = lineId,
            MovementKey = StatementStore.KeyOf(lineId),
            ImportId = import.ImportId,
            Account = account,
            Form = import.Form,
            BookedOn = line.BookedOn.DayNumber,
            ValueOn = line.ValueOn?.DayNumber,
            Amount = line.Amount.MinorUnits,
            Text = LineRow.Cut(line.Text, LineRow.MaxTextLength) ?? string.Empty,
            Reference = LineRow.Cut(line.Reference, LineRow.MaxReferenceLength),
            EndToEndId = LineRow.Cut(line.EndToEndId, LineRow.MaxReferenceLength),
            Counterparty = LineRow.Cut(line.Counterparty, LineRow.MaxReferenceLength),
            PayerHash = line.CounterpartyAccount is { } payer ? PayerKeys.Hash(key, payer) : null,
            PayerTail = line.CounterpartyAccount is { } tail ? PayerKeys.Tail(tail) : null,
            BankId = LineRow.Cut(line.BankId, LineRow.MaxReferenceLength),
            IsReturn = line.IsReturn,
            ReturnReason = LineRow.Cut(line.ReturnReason, LineRow.MaxReferenceLength),
            Movements = line.Movements,
        };
    }

    private static StatementRow Row(ImportRow import, ReadStatement statement, int place) => new()
    {
        ImportId = import.ImportId,
        Place = place,
        Account = statement.Account,
        Currency = statement.Currency.Code,
        FromDay = statement.From?.DayNumber,
        ToDay = statement.To?.DayNumber,
        Opening = statement.Opening?.Amount.MinorUnits,
        Closing = statement.Closing?.Amount.MinorUnits,
        Lines = statement.Lines.Count,
        Sum = statement.Lines.Sum(line => line.Amount.MinorUnits),
    };

    // Some forms name an account by the number within its IBAN.
    private static string Named(string account, HashSet<string> known)
    {
        var name = LineRow.Cut(Iban.TryParse(account, out var iban) ? iban.Value : OneLine.Of(account), LineRow.MaxAccountLength) ?? string.Empty;
        var within = name.Length >= ShortestNumber && !known.Contains(name) ? known.Where(other => other.Contains(name, StringComparison.OrdinalIgnoreCase)).ToList() : [];
        return within is [var one] ? one : name;
    }
}
