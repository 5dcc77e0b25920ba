namespace Market.Payments.MovingIn.Models;

/// <summary>What became of the mail to somebody who was moved in.</summary>
public enum WelcomeState
{
    /// <summary>None was sent.</summary>
    None,

    /// <summary>It is being sent; or whoever sent it is gone, and nobody knows.</summary>
    Claimed,

    Sent,

    Failed,

    /// <summary>There is nothing to write: the login has a password by now.</summary>
    NotNeeded,
}
