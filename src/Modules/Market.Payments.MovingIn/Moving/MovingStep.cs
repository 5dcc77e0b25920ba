using Market.Payments.MovingIn.Reading;

namespace Market.Payments.MovingIn.Moving;

/// <summary>What is to be done about somebody in a file.</summary>
/// <param name="Line">Who it is.</param>
/// <param name="Kind">What is to be done.</param>
/// <param name="Account">The account that is there already, if one is.</param>
/// <param name="UserId">The user who is there already, if one is.</param>
public sealed record MovingStep(MovingLine Line, MovingStepKind Kind, RegisteredAccount? Account = null, string? UserId = null)
{
    /// <summary>Whether anything is done at all.</summary>
    public bool IsDone => Kind is not (MovingStepKind.Skip or MovingStepKind.SkipMoved);

    /// <summary>Whether an account is opened.</summary>
    public bool Opens => Kind is MovingStepKind.NewLogin or MovingStepKind.NewClient or MovingStepKind.Join;
}

/// <summary>What is done about somebody.</summary>
public enum MovingStepKind
{
    /// <summary>A login and an account are made.</summary>
    NewLogin,

    /// <summary>An account is opened for somebody without a mail address.</summary>
    NewClient,

    /// <summary>There is a user with the mail address, who gets an account.</summary>
    Join,

    /// <summary>The account was moved in before and nothing stands on it: it gets its balance.</summary>
    Carry,

    /// <summary>There is an account, which stays as it is.</summary>
    Skip,

    /// <summary>The same was moved in before.</summary>
    SkipMoved,
}
