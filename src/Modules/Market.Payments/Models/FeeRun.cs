namespace Market.Payments.Models;

/// <summary>One amount that was posted, or is proposed, for many accounts at once.</summary>
public class FeeRun
{
    public string RunId { get; set; } = string.Empty;

    /// <summary>The hash of the form's key: sent twice, it is one run.</summary>
    public string KeyHash { get; set; } = string.Empty;

    /// <summary>What it is for, as the statements say it.</summary>
    public string Name { get; set; } = string.Empty;

    /// <summary>The hash of the name as it is compared: runs of one name are one charge, and an account is charged it once.</summary>
    public string NameHash { get; set; } = string.Empty;

    /// <summary>Its place among the runs of the name, from 0.</summary>
    public int Place { get; set; }

    /// <summary>The kind of the operations.</summary>
    public string Kind { get; set; } = string.Empty;

    /// <summary>The signed amount for each account.</summary>
    public long MinorUnits { get; set; }

    public string CurrencyCode { get; set; } = string.Empty;

    public DateOnly OccurredOn { get; set; }

    public string State { get; set; } = string.Empty;

    /// <summary>Whether accounts that it takes below their lowest balance are charged as well.</summary>
    public bool BelowFloorToo { get; set; }

    /// <summary>The accounts; with their operations once it is posted.</summary>
    public List<FeeRunLine> Lines { get; set; } = [];

    public string ProposedBy { get; set; } = string.Empty;

    public DateTimeOffset ProposedAt { get; set; }

    /// <summary>Who approved, declined or withdrew it; none where nobody had to.</summary>
    public string? DecidedBy { get; set; }

    public DateTimeOffset? DecidedAt { get; set; }

    /// <summary>Why it was declined.</summary>
    public string? DeclineReason { get; set; }

    public string? UndoneBy { get; set; }

    public DateTimeOffset? UndoneAt { get; set; }

    public string? UndoReason { get; set; }
}

/// <summary>An account of a run.</summary>
public class FeeRunLine
{
    public string AccountId { get; set; } = string.Empty;

    /// <summary>The operation; none while the run is only proposed.</summary>
    public string? OperationId { get; set; }
}

/// <summary>What became of a run, by the words that are stored.</summary>
public static class FeeRunState
{
    public const string Proposed = nameof(Proposed);

    public const string Posted = nameof(Posted);

    public const string Declined = nameof(Declined);

    public const string Withdrawn = nameof(Withdrawn);

    public const string Undone = nameof(Undone);
}
