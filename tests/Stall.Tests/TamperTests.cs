using System.Text;
using Market.Ledger;
using Market.Ledger.Amounts;
using Market.Ledger.Chain;
using Market.Stall.Books;
using Market.Stall.Tests.Fixtures;

namespace Market.Stall.Tests;

/// <summary>Whatever is done to the file, the first line that was tampered with is named, and what stands before it is whole.</summary>
public sealed class TamperTests
{
    private const int Count = 10;

    private static readonly List<Operation> Told = BookFile.Operations(Count);

    private readonly List<byte[]> _lines = BookFile.Lines(Told);

    public static TheoryData<int> Places => [.. Enumerable.Range(0, Count)];

    [Fact]
    public async Task An_untouched_file_holds()
    {
        var read = await BookFile.ReadAsync(_lines, BookFile.NoteOf(_lines));
        Assert.Null(read.Fault);
        Assert.Empty(read.Torn);
        Assert.Equal(Told.Select(operation => operation.Hash), read.Store.Operations.Select(operation => operation.Hash));
        Assert.Equal(BookFile.NoteOf(_lines), read.Last);
    }

    [Theory]
    [MemberData(nameof(Places))]
    public async Task Every_byte_of_a_line_counts(int place)
    {
        var note = BookFile.NoteOf(_lines);
        for (var i = 0; i < _lines[place].Length - 1; i++)
        {
            var copy = _lines.Select(line => (byte[])line.Clone()).ToList();
            copy[place][i] ^= 1;
            var read = await BookFile.ReadAsync(copy, note);

            // A line feed that comes of it makes two of the line; the first of them is the one that is named.
            Assert.Equal(place + 1, read.Fault?.Line);
            Assert.Equal(place, read.Store.Operations.Count);
        }
    }

    [Theory]
    [MemberData(nameof(Places))]
    public async Task A_line_that_was_removed_is_missed_where_it_stood(int place)
    {
        var note = BookFile.NoteOf(_lines);
        _lines.RemoveAt(place);
        await AssertNamedAsync(place, note);
    }

    [Theory]
    [MemberData(nameof(Places))]
    public async Task Lines_that_were_taken_off_the_end_are_missed(int place)
    {
        var note = BookFile.NoteOf(_lines);
        _lines.RemoveRange(place, Count - place);
        var read = await AssertNamedAsync(place, note);
        Assert.Equal(LineFault.Missing, read.Fault!.Fault);
    }

    [Theory]
    [MemberData(nameof(Places))]
    public async Task Lines_that_changed_places_are_named_from_the_first(int place)
    {
        var note = BookFile.NoteOf(_lines);
        var other = (place + 3) % Count;
        (_lines[place], _lines[other]) = (_lines[other], _lines[place]);
        await AssertNamedAsync(Math.Min(place, other), note);
    }

    [Theory]
    [MemberData(nameof(Places))]
    public async Task A_line_that_stands_there_twice_is_named_the_second_time(int place)
    {
        var note = BookFile.NoteOf(_lines);
        _lines.Insert(place + 1, _lines[place]);
        await AssertNamedAsync(place + 1, note);
    }

    [Theory]
    [MemberData(nameof(Places))]
    public async Task An_amount_that_was_changed_with_its_hash_and_its_seal_is_named(int place)
    {
        var note = BookFile.NoteOf(_lines);
        var changed = BookFile.Sealed(Told[place] with { Amount = new Money(1, Currency.Euro) });
        var sealBefore = place is 0 ? string.Empty : BookFile.NoteOf(_lines[..place]).Seal;
        _lines[place] = OperationLine.Write(changed, sealBefore).Bytes;

        // Nothing in that line is wrong by itself: the next one does not follow from it, or, after the last, the note.
        Assert.Equal(Math.Min(place + 2, Count), (await BookFile.ReadAsync(_lines, note)).Fault?.Line);
    }

    [Theory]
    [MemberData(nameof(Places))]
    public async Task A_file_that_was_written_anew_is_not_the_one_that_was_noted(int place)
    {
        var note = BookFile.NoteOf(_lines);
        var operations = Told.ToList();
        operations[place] = operations[place] with { Amount = new Money(1, Currency.Euro) };
        var heads = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = 0; i < Count; i++)
        {
            operations[i] = BookFile.Sealed(operations[i] with { PreviousHash = heads.GetValueOrDefault(operations[i].AccountId, string.Empty) });
            heads[operations[i].AccountId] = operations[i].Hash;
        }

        var read = await BookFile.ReadAsync(BookFile.Lines(operations), note);

        Assert.Equal((Count, LineFault.NotNoted), (read.Fault?.Line, read.Fault?.Fault));
    }

    [Fact]
    public async Task The_engine_s_finding_says_what_was_changed()
    {
        var note = BookFile.NoteOf(_lines);
        _lines[4] = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(_lines[4]).Replace("\"amount\":-1004", "\"amount\":-1", StringComparison.Ordinal));
        var read = await AssertNamedAsync(4, note);
        Assert.Equal((LineFault.Operation, Misfit.Changed, "operation-5"), (read.Fault!.Fault, read.Fault.Finding?.Misfit, read.Fault.Operation?.Id));
    }

    [Fact]
    public async Task Lines_without_their_note_are_not_trusted()
    {
        Assert.Equal((Count, LineFault.NoNote), (await BookFile.ReadAsync(_lines, null)) is { Fault: { } fault } ? (fault.Line, fault.Fault) : default);
        Assert.Null((await BookFile.ReadAsync([], null)).Fault);
    }

    [Fact]
    public async Task What_was_written_and_not_yet_noted_counts()
    {
        var read = await BookFile.ReadAsync(_lines, BookFile.NoteOf(_lines[..^1]));
        Assert.Null(read.Fault);
        Assert.Equal(Count, read.Last.Count);
    }

    [Fact]
    public async Task A_key_that_was_used_twice_is_named_though_all_else_is_made_to_fit()
    {
        var operations = BookFile.Operations(4);
        operations[3] = BookFile.Sealed(operations[3] with { IdempotencyKey = operations[0].IdempotencyKey });
        var lines = BookFile.Lines(operations);
        var read = await BookFile.ReadAsync(lines, BookFile.NoteOf(lines));
        Assert.Equal((4, LineFault.Impossible), (read.Fault?.Line, read.Fault?.Fault));
    }

    [Fact]
    public async Task An_amount_that_no_balance_holds_is_named()
    {
        var operations = BookFile.Operations(3);
        operations[0] = BookFile.Sealed(operations[0] with { Amount = new Money(long.MaxValue, Currency.Euro) });
        operations[2] = BookFile.Sealed(operations[2] with { Amount = new Money(long.MaxValue, Currency.Euro), PreviousHash = operations[0].Hash });
        var lines = BookFile.Lines(operations);
        var read = await BookFile.ReadAsync(lines, BookFile.NoteOf(lines));
        Assert.Equal((3, LineFault.Impossible), (read.Fault?.Line, read.Fault?.Fault));
    }

    // Killed at any byte of a line: it was not noted, so nobody was told.
    [Fact]
    public async Task A_line_that_was_not_written_to_its_end_is_torn_and_no_fault()
    {
        var note = BookFile.NoteOf(_lines[..^1]);
        for (var length = 1; length < _lines[^1].Length; length++)
        {
            var read = await BookFile.ReadAsync([.. _lines[..^1], _lines[^1][..length]], note);
            Assert.Null(read.Fault);
            Assert.Equal((Count - 1, length), (read.Store.Operations.Count, read.Torn.Length));
        }
    }

    // The same bytes, of a line that was noted and so may have been answered.
    [Fact]
    public async Task A_line_that_was_cut_off_after_it_was_noted_is_missed()
    {
        var note = BookFile.NoteOf(_lines);
        for (var length = 0; length < _lines[^1].Length; length += 7)
        {
            var read = await BookFile.ReadAsync([.. _lines[..^1], _lines[^1][..length]], note);
            Assert.Equal((Count, LineFault.Missing), (read.Fault?.Line, read.Fault?.Fault));
        }
    }

    private async Task<BooksReading> AssertNamedAsync(int place, LastLine note)
    {
        var read = await BookFile.ReadAsync(_lines, note);
        Assert.Equal(place + 1, read.Fault?.Line);
        Assert.Equal(Told.Take(place).Select(operation => operation.Hash), read.Store.Operations.Select(operation => operation.Hash));
        return read;
    }
}
